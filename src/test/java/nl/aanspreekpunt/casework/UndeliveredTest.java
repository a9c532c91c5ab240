package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.Outgoing.State;
import org.junit.jupiter.api.Test;

/** Which messages a citizen still has to hear. */
class UndeliveredTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final Address PIET = new Address(Address.Kind.EMAIL, "piet@burger.example");
  private static final Moment LATER = Town.moment(Town.MONDAY_TEN.plus(Duration.ofHours(2)));

  @Test
  void eachOfTwoPeopleIsTheirOwnAndAnAnswerToOneIsNoneToTheOther() {
    Case both = answered(answered(withPiet(), "1"), "2");
    Case lost = report(report(both, reply(both, 0), State.REFUSED), reply(both, 1), State.DEAD);
    assertThat(people(lost)).containsExactly("1", "2");
    assertThat(Undelivered.in(lost)).extracting(Undelivered::kind).containsOnly("REPLY");

    assertThat(people(answered(lost, "2"))).containsExactly("1");
    assertThat(people(report(lost, reply(both, 0), State.DELIVERED))).containsExactly("2");
    Case spoken =
        Town.after(new Talking(SAMIRA, CaseEvent.Talk.PHONE, "Verteld", null).on(lost, LATER));
    assertThat(people(spoken)).isEmpty();
  }

  @Test
  void whatGoesAgainIsStillThereUntilItArrivedAndFailsAnew() {
    Case one = answered(Town.rentQuestion(), "1");
    Outgoing reply = reply(one, 0);
    Case lost = report(one, reply, State.REFUSED);
    Case again = Town.after(new Resending.Recorded(reply.id(), SAMIRA).on(lost, LATER));

    assertThat(Undelivered.in(again)).extracting(Undelivered::again).containsExactly(true);
    assertThat(new Resending.Recorded(reply.id(), SAMIRA).on(again, LATER))
        .isInstanceOf(Decision.Unchanged.class);
    assertThat(Undelivered.in(report(again, reply, State.REFUSED)))
        .extracting(Undelivered::again)
        .containsExactly(false);
    assertThat(Undelivered.in(report(again, reply, State.SENT))).isEmpty();
  }

  @Test
  void ofWhichNobodyKnowsIsMarkedSo() {
    Case one = answered(Town.rentQuestion(), "1");

    assertThat(Undelivered.in(report(one, reply(one, 0), State.UNKNOWN)))
        .extracting(Undelivered::certain)
        .containsExactly(false);
  }

  private static Case withPiet() {
    Arrival wrote = Town.arrival("r2", PIET, null);
    return Town.after(new Receiving(wrote, Town.ANSWERS).on(Town.rentQuestion(), LATER));
  }

  private static Case answered(Case one, String link) {
    return Town.after(
        new Replying(SAMIRA, "Dag", link, one.lastReceived(), Map.of()).on(one, LATER));
  }

  private static Outgoing reply(Case one, int n) {
    return one.pending().stream()
        .filter(entry -> entry.notice().kind() == Notice.Kind.REPLY)
        .skip(n)
        .findFirst()
        .orElseThrow();
  }

  private static Case report(Case one, Outgoing entry, State state) {
    return Town.after(new Reporting(Town.became(entry, state)).on(one, LATER));
  }

  private static List<String> people(Case one) {
    return Undelivered.in(one).stream()
        .map(Undelivered::to)
        .flatMap(Optional::stream)
        .map(Participant::link)
        .toList();
  }
}
