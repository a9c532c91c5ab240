package nl.aanspreekpunt.twilio;

import static nl.aanspreekpunt.store.TestStore.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Optional;
import nl.aanspreekpunt.store.TestStore;
import nl.aanspreekpunt.twilio.Marks.Mark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MarksTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final Instant FIRST = NOW.minusSeconds(900);
  private final Vertx vertx = Vertx.vertx();
  private final TestStore own = TestStore.open(vertx);
  private final Marks marks = Marks.in(own.store());

  @AfterEach
  void close() {
    own.close();
    await(vertx.close());
  }

  private Optional<Mark> claim(String node, Instant now, boolean early) {
    return await(marks.claim("AC1:messages:+31", node, now, now.plusSeconds(300), FIRST, early));
  }

  @Test
  void oneNodeAtATimeLooksThroughAList() {
    Mark mine = claim("a", NOW, false).orElseThrow();
    assertThat(mine.until()).isEqualTo(FIRST);
    assertThat(claim("b", NOW.plusSeconds(299), true)).as("another has it").isEmpty();
    assertThat(claim("a", NOW.plusSeconds(1), true)).as("nor twice here").isEmpty();

    Mark others = claim("b", NOW.plusSeconds(301), true).orElseThrow();
    assertThat(await(marks.reached(mine, NOW, NOW.plusSeconds(600)))).as("too late").isEmpty();
    Mark on = await(marks.reached(others, NOW.plusSeconds(60), NOW.plusSeconds(700))).orElseThrow();
    assertThat(on.until()).isEqualTo(NOW.plusSeconds(60));
    await(marks.release(mine, NOW));
    assertThat(claim("a", NOW.plusSeconds(302), true)).as("not its to release").isEmpty();

    await(marks.release(on, NOW.plusSeconds(900)));
    assertThat(claim("a", NOW.plusSeconds(899), false)).as("not due").isEmpty();
    assertThat(claim("c", NOW.plusSeconds(899), true)).as("at its start").isPresent();
  }

  @Test
  void itGoesOnWhereItWasReached() {
    Mark mine = claim("a", NOW, false).orElseThrow();
    Mark on = await(marks.reached(mine, NOW, NOW.plusSeconds(600))).orElseThrow();
    await(marks.release(on, NOW.plusSeconds(180)));

    assertThat(claim("b", NOW.plusSeconds(180), false).orElseThrow().until()).isEqualTo(NOW);
  }
}
