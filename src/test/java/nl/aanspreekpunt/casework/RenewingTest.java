package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewingTest {
  private static final String WHY = "Het advies van de brandweer is er nog niet.";
  private static final Instant NOW = Town.at("2026-06-02T10:00");

  private static Renewing renewing(Case one, String to) {
    return renewing(one, "samira.elamrani", to);
  }

  private static Renewing renewing(Case one, String by, String to) {
    return new Renewing(Town.promise(one, 0).id(), by, Town.at(to), false, WHY);
  }

  private static Case renewed(Case one, String to) {
    return Town.told(Town.after(renewing(one, to).on(one, Town.moment(NOW))));
  }

  @Test
  void theCitizenHearsTheNewMomentAndWhyBeforeTheOldOnePasses() {
    Case before = Town.rentQuestion();
    Promise old = Town.promise(before, 0);

    Case one = Town.after(renewing(before, "2026-06-09T12:00").on(before, Town.moment(NOW)));

    Promise promise = Town.promise(one, 0);
    assertThat(promise.due()).isEqualTo(Town.at("2026-06-09T12:00"));
    assertThat(promise.moves().renewals()).hasSize(1);
    assertThat(one.dueAt()).isEqualTo(promise.due());
    assertThat(one.pending())
        .extracting(e -> e.notice().kind())
        .containsExactly(Notice.Kind.RENEWED);
    assertThat(Town.facts(one, 0))
        .containsEntry("was", old.due().toString())
        .containsEntry("due", promise.due().toString())
        .containsEntry("reason", WHY);
    assertThat(one.events())
        .contains(
            new CaseEvent.Renewed(
                NOW,
                "samira.elamrani",
                promise.id(),
                PromiseKind.ANSWER,
                old.due(),
                promise.due(),
                WHY,
                1));
  }

  @Test
  void theLadderStartsAtItsFootAgain() {
    Case before = Town.rentQuestion();
    Instant reminder = before.wakeAt();
    Case reminded = Town.told(Town.after(Town.climbing().on(before, Town.moment(reminder))));
    assertThat(Town.promise(reminded, 0).lastStep()).isPresent();
    Renewing later = renewing(reminded, "2026-06-09T12:00");

    Case one = Town.told(Town.after(later.on(reminded, Town.moment(reminder.plusSeconds(60)))));

    Instant next = Wake.at(one.openPromises(), one.team(), Town.moment(NOW).directory());
    assertThat(next).isBefore(Town.promise(one, 0).due());
    Case again = Town.after(Town.climbing().on(one, Town.moment(next)));
    assertThat(Town.promise(again, 0).steps())
        .extracting(Promise.Step::does, Promise.Step::to)
        .containsExactly(tuple("REMIND", "samira.elamrani"), tuple("REMIND", "samira.elamrani"));
  }

  @Test
  void onceTheMomentHasPassedItIsTooLate() {
    Case one = Town.rentQuestion();
    Moment atDue = Town.moment(Town.promise(one, 0).due());

    assertThat(Town.refusal(renewing(one, "2026-06-09T12:00").on(one, atDue)))
        .isEqualTo("too-late-to-renew");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-03T09:00, Nog niet klaar, moment-later",
    "2027-07-09T12:00, Nog niet klaar, moment-too-far",
    "2026-06-09T12:00, ' ', renewal-reason-needed"
  })
  void itNeedsAReasonAndALaterMoment(String to, String reason, String refusal) {
    Case one = Town.rentQuestion();
    Renewing renewing =
        new Renewing(Town.promise(one, 0).id(), "samira.elamrani", Town.at(to), false, reason);

    assertThat(Town.refusal(renewing.on(one, Town.moment(NOW)))).isEqualTo(refusal);
  }

  @Test
  void afterTheSecondTimeItGoesToTheCoordinator() {
    Case once = renewed(Town.rentQuestion(), "2026-06-09T12:00");
    Case twice =
        Town.after(renewing(once, "2026-06-16T12:00").on(once, Town.moment(NOW.plusSeconds(1))));

    assertThat(twice.pending())
        .extracting(e -> e.notice().official(), e -> e.notice().facts().get("what"))
        .contains(tuple("jan.devries", "renewed-twice"));
    Case told = Town.told(twice);
    Moment later = Town.moment(NOW.plusSeconds(2));
    assertThat(Town.refusal(renewing(told, "2026-06-23T12:00").on(told, later)))
        .isEqualTo("coordinator-renews");
    for (String leads : List.of("jan.devries", "pieter.hoekstra")) {
      Case thrice = Town.after(renewing(told, leads, "2026-06-23T12:00").on(told, later));
      assertThat(Town.promise(thrice, 0).moves().renewals()).hasSize(3);
    }
  }

  @Test
  void whoActsForTheCoordinatorRenewsToo() {
    Case twice = renewed(renewed(Town.rentQuestion(), "2026-06-09T12:00"), "2026-06-16T12:00");
    Moment away = Town.moment(NOW, Town.away("jan.devries", NOW.minusSeconds(60)));
    String acts = away.directory().actingFor("jan.devries", NOW, NOW).id();

    assertThat(renewing(twice, acts, "2026-06-23T12:00").on(twice, away))
        .isInstanceOf(Decision.Changed.class);
  }

  @Test
  void aPromisedDateIsRenewedAsAnyOtherAndTheNormBesideItStands() {
    Promising friday =
        new Promising(
            PromiseKind.ANSWER,
            Town.at("2026-06-05T12:00"),
            "U hoort vrijdag van mij",
            null,
            "samira.elamrani");
    Case before = Town.told(Town.after(friday.on(Town.rentQuestion(), Town.moment(NOW))));
    Promise dated = Town.promise(before, 1);
    Renewing renewing =
        new Renewing(dated.id(), "samira.elamrani", Town.at("2026-06-09T12:00"), false, WHY);

    Case one = Town.after(renewing.on(before, Town.moment(NOW)));

    Promise later = Town.promise(one, 1);
    assertThat(later.due()).isEqualTo(Town.at("2026-06-09T12:00"));
    assertThat(later.said()).isEqualTo("U hoort vrijdag van mij");
    assertThat(later.dated()).isTrue();
    assertThat(later.moves().renewals()).hasSize(1);
    assertThat(Town.promise(one, 0)).isEqualTo(Town.promise(before, 0));
    assertThat(Town.facts(one, 0))
        .containsEntry("was", dated.due().toString())
        .containsEntry("due", later.due().toString())
        .containsEntry("reason", WHY);
    Moment passed = Town.moment(dated.due());
    assertThat(Town.refusal(renewing.on(before, passed))).isEqualTo("too-late-to-renew");
  }

  @Test
  void whoCanOnlyBeCalledIsCalledFirst() {
    Case one = Town.opened(Town.LANDLINE, "samira.elamrani", null).opened();
    Renewing renewing = renewing(one, "2026-06-09T12:00");

    assertThat(Town.refusal(renewing.on(one, Town.moment(NOW)))).isEqualTo("call-before-renewing");
  }

  @Test
  void aComplaintIsDecidedWithinSixWeeksAndOnceFourMore() {
    Case complaint = Laws.complaint();
    Promise decision = Town.promise(complaint, 1);
    assertThat(decision.kind()).isEqualTo(PromiseKind.DECISION);
    assertThat(decision.due()).isEqualTo(Town.at("2026-07-13T17:00"));
    Renewing extension =
        new Renewing(decision.id(), "samira.elamrani", null, false, "Wij horen u graag eerst.");

    Case extended =
        Town.told(Town.after(extension.on(complaint, Town.moment(Town.at("2026-07-01T10:00")))));

    Promise later = Town.promise(extended, 1);
    assertThat(later.due()).as("ten weeks").isEqualTo(Town.at("2026-08-10T17:00"));
    assertThat(later.moves().renewals().get(0).legal()).isTrue();
    Moment again = Town.moment(Town.at("2026-08-01T10:00"));
    assertThat(Town.refusal(extension.on(extended, again))).isEqualTo("extension-used");
    Renewing chosen =
        new Renewing(
            decision.id(), "samira.elamrani", Town.at("2026-09-01T12:00"), false, "Nog niet.");
    assertThat(Town.refusal(chosen.on(extended, again))).isEqualTo("legal-term");
    Renewing agreed =
        new Renewing(
            decision.id(), "samira.elamrani", Town.at("2026-09-01T12:00"), true, "Afgesproken.");
    assertThat(Town.promise(Town.after(agreed.on(extended, again)), 1).due())
        .isEqualTo(Town.at("2026-09-01T12:00"));
  }

  @Test
  void onlyWhatTheLawGivesATermHasAnExtension() {
    Case one = Town.rentQuestion();
    Renewing extension =
        new Renewing(Town.promise(one, 0).id(), "samira.elamrani", null, false, WHY);

    assertThat(Town.refusal(extension.on(one, Town.moment(NOW)))).isEqualTo("moment-needed");
  }

  @Test
  void waitingSuspendsATermOnTheCalendarFromTheDayAfterUntilTheAnswer() {
    Case complaint = Laws.complaint();
    Asking asking =
        new Asking(new Replying("samira.elamrani", "Wanneer was dat?", null, "r1", Map.of()));
    Case asked =
        Town.told(Town.after(asking.on(complaint, Town.moment(Town.at("2026-06-02T09:00")))));

    Case answered =
        Town.after(
            new Receiving(Town.arrival("r2", Town.JAN, null), Town.ANSWERS)
                .on(asked, Town.moment(Town.at("2026-06-06T20:00"))));

    assertThat(Town.promise(answered, 1).due())
        .as("the 3rd to the 5th do not count")
        .isEqualTo(Town.at("2026-07-16T17:00"));
    assertThat(answered.pending())
        .extracting(e -> e.notice().kind())
        .contains(Notice.Kind.ACKNOWLEDGEMENT, Notice.Kind.WENT_ON);
  }

  @Test
  void aFormalMessageGetsADecisionCountedFromTheDayItCame() {
    Case before = Town.rentQuestion();
    Moment later = Town.moment(Town.at("2026-06-04T10:00"));

    Case one = Town.after(new Classing("samira.elamrani", LegalClass.FORMAL).on(before, later));

    Promise decision = Town.promise(one, 1);
    assertThat(decision.kind()).isEqualTo(PromiseKind.DECISION);
    assertThat(decision.due()).as("eight weeks").isEqualTo(Town.at("2026-07-27T17:00"));
    assertThat(Town.promise(one, 0)).isEqualTo(Town.promise(before, 0));
    assertThat(Town.facts(one, 0)).containsEntry("formal", "yes");
    assertThat(new Classing("samira.elamrani", LegalClass.FORMAL).on(Town.told(one), later))
        .isInstanceOf(Decision.Unchanged.class);
    Renewing extension =
        new Renewing(decision.id(), "samira.elamrani", null, false, "Meer tijd nodig.");
    assertThat(Town.promise(Town.after(extension.on(Town.told(one), later)), 1).due())
        .as("sixteen weeks from the day it came")
        .isEqualTo(Town.at("2026-09-21T17:00"));
  }

  @Test
  void aLaterMessageThatItsSenderCallsFormalIsPromisedADecisionFromThatDay() {
    Case before = Town.rentQuestion();
    Arrival formal = Town.of(Town.arrival("r2", Town.JAN, null), LegalClass.FORMAL);
    Moment later = Town.moment(Town.at("2026-06-04T10:00"));

    Case one = Town.after(new Receiving(formal, Town.ANSWERS).on(before, later));

    assertThat(one.legalClass()).isEqualTo(LegalClass.FORMAL);
    assertThat(Town.promise(one, 0).due()).isEqualTo(Town.promise(before, 0).due());
    assertThat(Town.promise(one, 1).kind()).isEqualTo(PromiseKind.DECISION);
    assertThat(Town.promise(one, 1).due()).as("eight weeks").isEqualTo(Town.at("2026-07-30T17:00"));
    assertThat(one.happened(CaseEvent.Classed.class))
        .containsExactly(new CaseEvent.Classed(later.now(), "citizen", "FORMAL"));
    Arrival again = Town.of(Town.arrival("r3", Town.JAN, null), LegalClass.COMPLAINT);
    Case two = Town.after(new Receiving(again, Town.ANSWERS).on(Town.told(one), later));
    assertThat(two.legalClass()).isEqualTo(LegalClass.FORMAL);
    assertThat(two.openPromises()).hasSize(2);
  }

  @Test
  void whatWasTakenForAFormalMessageByMistakeIsNoneAndTheCitizenHearsWhy() {
    Moment later = Town.moment(Town.at("2026-06-02T10:00"));
    Case before = Town.rentQuestion();
    Case formal =
        Town.told(Town.after(new Classing("samira.elamrani", LegalClass.FORMAL).on(before, later)));
    assertThat(Town.refusal(new Unclassing("samira.elamrani", " ").on(formal, later)))
        .isEqualTo("informal-reason-needed");

    Case one = Town.after(new Unclassing("samira.elamrani", "Een vraag.").on(formal, later));

    assertThat(one.legalClass()).isEqualTo(LegalClass.QUESTION);
    assertThat(one.openPromises()).containsExactly(Town.promise(before, 0));
    assertThat(one.happened(CaseEvent.Unclassed.class))
        .containsExactly(
            new CaseEvent.Unclassed(later.now(), "samira.elamrani", "Een vraag.", "FORMAL"));
    assertThat(Town.facts(one, 0))
        .containsEntry("informal", "Een vraag.")
        .containsEntry("due", Town.promise(before, 0).due().toString());
    assertThat(new Unclassing("samira.elamrani", "Weer.").on(Town.told(one), later))
        .isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void aComplaintThatAnOfficialSawGetsADecisionAndIsNoneAgainWithAReason() {
    Moment later = Town.moment(Town.at("2026-06-02T10:00"));
    Case before = Town.rentQuestion();

    Case complaint =
        Town.after(new Classing("samira.elamrani", LegalClass.COMPLAINT).on(before, later));

    assertThat(complaint.legalClass()).isEqualTo(LegalClass.COMPLAINT);
    assertThat(Town.promise(complaint, 1).due())
        .as("six weeks from the day it came")
        .isEqualTo(Town.at("2026-07-13T17:00"));
    assertThat(Town.facts(complaint, 0)).containsEntry("complaint", "yes");
    Case told = Town.told(complaint);
    assertThat(Town.refusal(new Classing("samira.elamrani", LegalClass.FORMAL).on(told, later)))
        .isEqualTo("undo-class-first");
    Case none =
        Town.after(
            Classing.as(LegalClass.CALLBACK, "samira.elamrani", "Een vraag.").on(told, later));
    assertThat(none.legalClass()).isEqualTo(LegalClass.CALLBACK);
    assertThat(none.openPromises()).containsExactly(Town.promise(before, 0));
    assertThat(Town.facts(none, 0)).containsKeys("informal", "complaint");
  }

  @Test
  void aTopicOfFormalMessagesHasADecisionFromTheStart() {
    Directory formal =
        Voorbeeldstad.directory(
            Voorbeeldstad.yaml()
                .replace("- id: huur-en-onderhoud", "- id: huur-en-onderhoud\n    formal: true"));

    Case one =
        Town.opening(Town.JAN, "samira.elamrani", null)
            .as("000000000", Town.moment(Town.MONDAY_TEN, formal))
            .opened();

    assertThat(one.legalClass()).isEqualTo(LegalClass.FORMAL);
    assertThat(one.openPromises())
        .extracting(Promise::kind)
        .containsExactly(PromiseKind.ANSWER, PromiseKind.DECISION);
    assertThat(Town.promise(one, 1).due()).isEqualTo(Town.at("2026-07-27T17:00"));
  }

  @Test
  void theAcknowledgementOfAComplaintSaysByWhenItIsDecided() {
    Opening opening = Laws.opening();
    Moment moment = Town.moment(Town.MONDAY_TEN);
    Opening.Opened opened = opening.as("000000000", moment);

    assertThat(opened.notices().get(0).notice().facts())
        .containsEntry("promise", "ANSWER")
        .containsEntry("decision", Town.promise(opened.opened(), 1).due().toString());
    assertThat(Opening.again(opened.opened(), opening.arrival(), moment))
        .isEqualTo(opened.notices());
  }

  /** A complaint, which the law gives a term. */
  private static final class Laws {
    static Opening opening() {
      Match complaint = Match.by(Match.COMPLAINT, new Evidence.CaseNamed("000000000"), List.of());
      Route route =
          new Route(
              complaint,
              null,
              "samira.elamrani",
              null,
              "wonen",
              null,
              null,
              List.of("fatma.yildiz"));
      return new Opening(Town.arrival("r1", Town.JAN, null), route, "Klacht", "c1", false);
    }

    static Case complaint() {
      return opening().as("000000000", Town.moment(Town.MONDAY_TEN)).opened();
    }
  }
}
