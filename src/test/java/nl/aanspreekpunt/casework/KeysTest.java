package nl.aanspreekpunt.casework;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.List;
import java.util.stream.IntStream;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeysTest {
  @RegisterExtension final StoreFixture fixture = new StoreFixture();

  @Test
  void nodesThatStartTogetherSignAlikeAndSoDoesTheNextStart() {
    List<Future<Signer>> nodes =
        IntStream.range(0, 8).mapToObj(i -> Keys.in(fixture.store()).signer()).toList();
    await(Future.all(nodes));
    List<String> numbers =
        nodes.stream().map(node -> new CaseNumbers(node.result()).of("r1", 0)).toList();
    Signer again = await(Keys.in(fixture.reopened()).signer());
    assertThat(numbers).containsOnly(new CaseNumbers(again).of("r1", 0));
  }
}
