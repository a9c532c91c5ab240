package nl.aanspreekpunt.inbox.email.imap;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import nl.aanspreekpunt.Workplace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One node at a time reads a mailbox. */
class MailboxTurnsTest {
  private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
  private static final Duration LASTS = Duration.ofMinutes(2);
  private static Workplace workplace;
  private static MailboxTurns turns;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
    turns = MailboxTurns.in(workplace.store);
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  @Test
  void ofManyThatTryAtOnceOneHasIt() {
    List<Future<Boolean>> all =
        IntStream.range(0, 20).mapToObj(n -> turns.take("race", "node" + n, NOW, LASTS)).toList();
    await(Future.all(all));
    assertThat(all).extracting(Future::result).containsOnlyOnce(true);
  }

  @Test
  void whoHasItGoesOnWithItAndAnotherFollowsWhenItEndsOrIsGiven() {
    assertThat(await(turns.take("box", "een", NOW, LASTS))).isTrue();
    assertThat(await(turns.take("box", "twee", NOW.plusSeconds(60), LASTS))).isFalse();
    assertThat(await(turns.take("box", "een", NOW.plusSeconds(60), LASTS))).isTrue();
    assertThat(await(turns.take("box", "twee", NOW.plusSeconds(150), LASTS))).isFalse();
    assertThat(await(turns.take("box", "twee", NOW.plusSeconds(180), LASTS))).isTrue();
    await(turns.give("box", "een"));
    assertThat(await(turns.take("box", "drie", NOW.plusSeconds(181), LASTS)))
        .as("only who has it gives it")
        .isFalse();
    await(turns.give("box", "twee"));
    assertThat(await(turns.take("box", "drie", NOW.plusSeconds(182), LASTS))).isTrue();
  }
}
