package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.official.Matter;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.Norm;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.Test;

class OpeningTest {
  @Test
  void aNewQuestionHasOneNamedOfficialAndAPromiseToAnswerByTheNorm() {
    Case opened = Town.rentQuestion();

    assertThat(opened.official()).isEqualTo("samira.elamrani");
    assertThat(opened.concerns()).containsExactly("samira.elamrani");
    Promise promise = Town.promise(opened, 0);
    Norm norm =
        Voorbeeldstad.directory()
            .norm(PromiseKind.ANSWER, Matter.about("huur-en-onderhoud", "wonen"));
    assertThat(promise.kind()).isEqualTo(PromiseKind.ANSWER);
    assertThat(promise.due())
        .isEqualTo(Voorbeeldstad.directory().clock("wonen").after(Town.MONDAY_TEN, norm));
    assertThat(opened.wakeAt()).isAfter(Town.MONDAY_TEN).isBefore(promise.due());
  }

  @Test
  void theCitizenIsToldWhoAndByWhen() {
    Opening.Opened opened = Town.opened(Town.JAN, "samira.elamrani", null);

    assertThat(opened.notices()).hasSize(1);
    Notice notice = opened.notices().get(0).notice();
    assertThat(notice.kind()).isEqualTo(Notice.Kind.ACKNOWLEDGEMENT);
    assertThat(notice.to()).isEqualTo("jan@burger.example");
    assertThat(notice.official()).isEqualTo("samira.elamrani");
    assertThat(notice.facts())
        .containsEntry("due", Town.promise(opened.opened(), 0).due().toString())
        .containsEntry("inReplyTo", "<r1@burger.example>");
  }

  @Test
  void whileTheOfficialIsAwayTheAcknowledgementNamesWhoActs() {
    Moment away =
        Town.moment(
            Town.MONDAY_TEN, Town.away("samira.elamrani", Town.MONDAY_TEN.minusSeconds(60)));

    Opening.Opened opened = Town.opening(Town.JAN, "samira.elamrani", null).as("000000000", away);

    Notice notice = opened.notices().get(0).notice();
    assertThat(notice.official()).isEqualTo("jan.devries");
    assertThat(notice.facts()).containsEntry("actingFor", "samira.elamrani");
  }

  /** The absence began while the message waited to be placed: there was no case to cover yet. */
  @Test
  void whoWentAwaySinceTheMessageCameIsStoodInForOnceAndTheCitizenHearsIt() {
    Case rent = Town.rentQuestion();
    Instant now = Town.MONDAY_TEN.plusSeconds(120);
    Moment since = Town.moment(now, Town.away("samira.elamrani", now.minusSeconds(60)));
    Case covered = Town.after(new AwaySince().on(rent, since));

    assertThat(covered.actingNow().orElseThrow().official()).isEqualTo("jan.devries");
    assertThat(covered.concerns()).contains("jan.devries");
    assertThat(covered.pending())
        .extracting(entry -> entry.notice().kind())
        .containsExactly(Notice.Kind.ACTING);
    assertThat(new AwaySince().on(Town.told(covered), since))
        .isInstanceOf(Decision.Unchanged.class);
    Moment before = Town.moment(now, Town.away("samira.elamrani", Town.MONDAY_TEN));
    assertThat(new AwaySince().on(rent, before)).isInstanceOf(Decision.Unchanged.class);
    assertThat(new AwaySince().on(rent, Town.moment(now))).isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void aReRunMakesTheSameNoticeFromWhatIsStored() {
    Opening opening = Town.opening(Town.JAN, "samira.elamrani", null);
    Moment moment = Town.moment(Town.MONDAY_TEN);
    Opening.Opened first = opening.as("000000000", moment);

    List<Outgoing> again = Opening.again(first.opened(), opening.arrival(), moment);

    assertThat(again).isEqualTo(first.notices());
  }

  @Test
  void whoCannotBeWrittenToIsCalled() {
    Opening.Opened opened = Town.opened(Town.LANDLINE, "samira.elamrani", null);

    assertThat(opened.notices()).isEmpty();
    assertThat(opened.opened().openPromises())
        .extracting(Promise::kind)
        .contains(PromiseKind.CALLBACK);
  }

  @Test
  void automaticMailIsKeptAtAPersonButWaitsForNobodyAndIsNotAnswered() {
    Arrival automatic = Town.automatic(Town.arrival("r1", Town.JAN, null));
    Opening asked = Town.opening(Town.JAN, "samira.elamrani", null);

    Opening.Opened opened =
        new Opening(automatic, asked.route(), "Afwezig", "c1", false)
            .as("000000000", Town.moment(Town.MONDAY_TEN));

    assertThat(opened.notices()).isEmpty();
    assertThat(opened.opened().promises()).isEmpty();
    assertThat(opened.opened().concerns()).containsExactly("samira.elamrani");
  }
}
