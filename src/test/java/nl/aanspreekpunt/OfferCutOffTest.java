package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.stream.IntStream;
import nl.aanspreekpunt.casework.Accepting;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Offering;
import nl.aanspreekpunt.outbox.Notice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A case is offered by hand, accepted or lapsed, cut off after the k-th write for every k and
 * started again: it has one owner at each moment, no due time moves and each hears it once.
 */
class OfferCutOffTest extends CutOffs {
  private static final String TO = "thomas.bakker";
  private static final int MOST = 6;

  static IntStream writes() {
    return IntStream.range(0, MOST);
  }

  @ParameterizedTest(name = "after {0} writes")
  @MethodSource("writes")
  void itIsOfferedAndAcceptedOnce(int k) throws Exception {
    Case one = offered(k);

    boolean cutOff = interrupted(k, () -> change(one, new Accepting(TO)));
    if (found(one.id()).offer() != null) {
      assertThat(found(one.id()).official()).isEqualTo(one.official());
      await(change(one, new Accepting(TO)));
    }

    Case theirs = found(one.id());
    assertThat(theirs.official()).isEqualTo(TO);
    assertThat(theirs.offer()).isNull();
    assertThat(theirs.responsibilities()).hasSize(2);
    assertThat(theirs.dueAt()).isEqualTo(one.dueAt());
    assertThat(told(theirs, Notice.Kind.NEW_OFFICIAL)).hasSize(1);
    assertThat(told(theirs, Notice.Kind.OFFER)).as("offered, and accepted").hasSize(2);
    assertWhole(theirs, 1);
    assertThat(await(change(one, new Accepting(TO)))).isInstanceOf(Decision.Refused.class);
    if (k == MOST - 1) {
      assertThat(cutOff).as("none was left to cut off").isFalse();
    }
  }

  @ParameterizedTest(name = "after {0} writes")
  @MethodSource("writes")
  void itLapsesOnceAlsoWhenTwoNodesSeeItAndStaysWithItsOwner(int k) throws Exception {
    Case one = offered(k);
    clock.to(one.offer().lapsesAt().plusSeconds(1));

    Hub second = open();
    interrupted(
        k, () -> Future.join(hub.caseClock.tick(), second.caseClock.tick()).otherwiseEmpty());

    Case stays = found(one.id());
    assertThat(stays.offer()).isNull();
    assertThat(stays.official()).isEqualTo(one.official());
    assertThat(stays.responsibilities()).hasSize(1);
    assertThat(stays.dueAt()).isEqualTo(one.dueAt());
    assertThat(stays.events())
        .filteredOn(CaseEvent.OfferEnded.class::isInstance)
        .extracting(event -> ((CaseEvent.OfferEnded) event).how())
        .containsExactly("lapsed");
    assertThat(told(stays, Notice.Kind.OFFER)).as("offered, and lapsed").hasSize(2);
    assertThat(told(stays, Notice.Kind.NEW_OFFICIAL)).isEmpty();
    assertThat(await(change(one, new Accepting(TO)))).isInstanceOf(Decision.Refused.class);
  }

  /** Its owner stays its owner, whom the citizen knows. */
  private Case offered(int k) throws Exception {
    Case one = asked("+31612391001");
    Act offer = new Offering(TO, one.official(), "Kent de straat");
    interrupted(k, () -> change(one, offer));
    if (found(one.id()).offer() == null) {
      assertThat(told(one, Notice.Kind.OFFER)).isEmpty();
      await(change(one, offer));
    }
    Case offered = found(one.id());
    assertThat(offered.offer().to()).isEqualTo(TO);
    assertThat(offered.official()).isEqualTo(one.official());
    assertThat(told(offered, Notice.Kind.OFFER)).hasSize(1);
    assertThat(told(offered, Notice.Kind.NEW_OFFICIAL)).isEmpty();
    assertThat(offered.offer().lapsesAt()).isAfter(clock.instant().plus(Duration.ofMinutes(1)));
    return offered;
  }

  private Future<Decision> change(Case one, Act act) {
    return hub.casework.change(one.id(), act);
  }
}
