package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ShowTest {
  @Test
  void whatGoesWrongWhileAPageIsMadeFailsTheRequestAndKeepsNobodyWaiting() {
    AtomicReference<Throwable> failed = new AtomicReference<>();
    Future.succeededFuture("found")
        .map(
            Show.by(
                found -> {
                  throw new IllegalStateException("no text for " + found);
                }))
        .onFailure(failed::set);
    assertThat(failed.get()).hasMessage("no text for found");
  }
}
