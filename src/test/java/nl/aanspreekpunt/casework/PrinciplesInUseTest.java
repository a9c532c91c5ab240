package nl.aanspreekpunt.casework;

import static nl.aanspreekpunt.casework.Town.MONDAY_TEN;
import static nl.aanspreekpunt.casework.Town.after;
import static nl.aanspreekpunt.casework.Town.at;
import static nl.aanspreekpunt.casework.Town.moment;
import static nl.aanspreekpunt.casework.Town.refusal;
import static nl.aanspreekpunt.casework.Town.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.casework.principle.Accounting;
import nl.aanspreekpunt.casework.principle.Invoking;
import nl.aanspreekpunt.casework.principle.Judging;
import nl.aanspreekpunt.casework.principle.Leaving;
import nl.aanspreekpunt.casework.principle.TakingOn;
import nl.aanspreekpunt.casework.principle.Touching;
import nl.aanspreekpunt.casework.principle.Undoing;
import nl.aanspreekpunt.casework.principle.Use;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Touch;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import org.junit.jupiter.api.Test;

/** An official acts on a principle first and accounts for it afterwards. */
class PrinciplesInUseTest {
  private static final String WATER = "water-en-energie";
  private static final String SAMIRA = "samira.elamrani";
  private static final Instant ELEVEN = at("2026-06-01T11:00");

  @Test
  void whoActsWithinTheMandateNeedNotAskAndIsAskedToAccountOnTheNextWorkingDay() {
    Case acted = after(acting(400).on(touched(), moment(ELEVEN)));

    Invocation made = acted.care().principled().invocations().get(0);
    assertThat(made.asked()).as("from the message to the act").isEqualTo(MONDAY_TEN);
    assertThat(made.accountDue()).isEqualTo(at("2026-06-02T11:00"));
    assertThat(acted.care().principled().used()).containsExactly(WATER);
    assertThat(acted.care().principled().owing()).containsExactly(SAMIRA);
    assertThat(acted.care().principled().alert(WATER).orElseThrow().state())
        .isEqualTo(Alert.State.ANSWERED);
    assertThat(acted.happened(CaseEvent.Invoked.class))
        .extracting(CaseEvent.Invoked::asked)
        .containsExactly(MONDAY_TEN);
    assertThat(acted.pending())
        .filteredOn(one -> one.notice().kind() == Notice.Kind.PRINCIPLE)
        .filteredOn(one -> "account".equals(one.notice().facts().get("what")))
        .extracting(Outgoing::nextTry)
        .containsExactly(made.accountDue());
  }

  @Test
  void aboveTheMandateIsRefusedAndSoIsWhoHasNone() {
    assertThat(refusal(acting(501).on(touched(), moment(ELEVEN)))).isEqualTo("above-mandate");
    Directory coordinators =
        Voorbeeldstad.directory(
            Voorbeeldstad.yaml().replace("who: [anybody]", "who: [coordinator, werk-en-inkomen]"));
    Moment strict = moment(ELEVEN, coordinators);
    assertThat(refusal(acting(1).on(touched(), strict))).isEqualTo("not-in-mandate");
    assertThat(acting("jan.devries", 1).on(touched(), strict)).isInstanceOf(Decision.Changed.class);
    assertThat(acting("fatma.yildiz", 1).on(touched(), strict))
        .isInstanceOf(Decision.Changed.class);
    assertThat(refusal(new Invoking("afval", "Iets", 0, SAMIRA).on(touched(), moment(ELEVEN))))
        .isEqualTo("no-such-principle");
    assertThat(refusal(new Invoking(WATER, " ", 0, SAMIRA).on(touched(), moment(ELEVEN))))
        .isEqualTo("deed-needed");
    assertThat(refusal(acting(-1).on(touched(), moment(ELEVEN)))).isEqualTo("euros");
  }

  @Test
  void theAccountIsTwoSentencesGivenOnceAlsoWhenTheCaseIsClosed() {
    Case acted = after(acting(400).on(touched(), moment(ELEVEN)));
    String id = acted.care().principled().invocations().get(0).id();
    assertThat(refusal(new Accounting(id, "", "Water", SAMIRA).on(acted, moment(ELEVEN))))
        .isEqualTo("cost-needed");
    assertThat(refusal(new Accounting(id, "400", " ", SAMIRA).on(acted, moment(ELEVEN))))
        .isEqualTo("brought-needed");
    assertThat(
            refusal(
                new Accounting(id, "400 euro", "Water voor de familie De Wit.", SAMIRA)
                    .on(acted, moment(ELEVEN))))
        .isEqualTo("account-names");
    Draft closing = new Draft(acted, moment(ELEVEN));
    closing.close(Outcome.ANSWERED);
    Case closed = after(closing.done());

    Case done =
        after(new Accounting(id, "400 euro borg.", "Water.", SAMIRA).on(closed, moment(ELEVEN)));
    assertThat(done.care().principled().owing()).isEmpty();
    assertThat(done.happened(CaseEvent.Accounted.class))
        .extracting(CaseEvent.Accounted::brought)
        .containsExactly("Water.");
    assertThat(refusal(new Accounting(id, "a", "b", SAMIRA).on(done, moment(ELEVEN))))
        .isEqualTo("accounted");
  }

  @Test
  void whileJustDoneItIsUndoneByWhoDidItAndCountsForNothing() {
    Case acted = after(acting(400).on(touched(), moment(ELEVEN)));
    String id = acted.care().principled().invocations().get(0).id();
    assertThat(refusal(new Undoing(id, "jan.devries").on(acted, moment(ELEVEN))))
        .isEqualTo("not-undone");
    assertThat(
            refusal(new Undoing(id, SAMIRA).on(acted, moment(ELEVEN.plus(Invocation.JUST_DONE)))))
        .isEqualTo("not-undone");

    Case undone = after(new Undoing(id, SAMIRA).on(acted, moment(ELEVEN.plusSeconds(60))));
    assertThat(undone.care().principled().used()).isEmpty();
    assertThat(undone.care().principled().owing()).isEmpty();
    assertThat(undone.care().principled().alert(WATER).orElseThrow().by()).isEqualTo(SAMIRA);
    assertThat(undone.care().principled().alert(WATER).orElseThrow().state())
        .isEqualTo(Alert.State.TAKEN);
    assertThat(Use.of(WATER, List.of(undone)).invoked()).isZero();
  }

  @Test
  void useIsReportedOfEverybodyTogether() {
    Case early = after(acting(100).on(touched(), moment(ELEVEN)));
    Case late = after(acting("jan.devries", 300).on(touched(), moment(at("2026-06-01T14:00"))));
    String id = late.care().principled().invocations().get(0).id();
    Case accounted =
        after(
            new Accounting(id, "300 euro.", "Weer water.", "jan.devries")
                .on(late, moment(at("2026-06-01T15:00"))));

    Use use = Use.of(WATER, List.of(early, accounted));
    assertThat(use.invoked()).isEqualTo(2);
    assertThat(use.median()).isEqualTo(Duration.ofHours(1));
    assertThat(use.euros()).isEqualTo(400);
    assertThat(use.owing()).isEqualTo(1);
    assertThat(use.accounts())
        .extracting(Invocation.Account::brought)
        .containsExactly("Weer water.");
    assertThat(Use.of(WATER, List.of()).median()).isNull();
  }

  @Test
  void aFalseAlarmEndsWhateverWasToldAndNobodyElseIs() {
    Case calling = told(touched());
    Judging none = new Judging(WATER, false, SAMIRA);
    assertThat(refusal(new Judging(WATER, true, SAMIRA).on(calling, moment(ELEVEN))))
        .isEqualTo("not-to-judge");

    Case ended = told(after(none.on(calling, moment(ELEVEN))));

    assertThat(ended.care().principled().alert(WATER).orElseThrow().state())
        .isEqualTo(Alert.State.NOT_SO);
    Touch sign = new Touch(WATER, List.of("zonder water"), true);
    assertThat(new Touching("r1", MONDAY_TEN, List.of(sign)).on(ended, moment(ELEVEN)))
        .as("the same message")
        .isInstanceOf(Decision.Unchanged.class);
    Case later = after(new Touching("r2", ELEVEN, List.of(sign)).on(ended, moment(ELEVEN)));
    assertThat(later.care().principled().alert(WATER).orElseThrow().state())
        .as("a later one")
        .isEqualTo(Alert.State.CALLING);
    Case taken = told(after(new TakingOn(WATER, "jan.devries").on(calling, moment(ELEVEN))));
    assertThat(Dues.meanwhile(moment(ELEVEN).directory(), taken))
        .as("what to do meanwhile is told, whatever the question is about")
        .isPresent();
    Case back = after(none.on(taken, moment(ELEVEN)));
    assertThat(back.ownerOf(back.openPromises().get(0))).isEqualTo(SAMIRA);
  }

  @Test
  void whoLetsGoLeavesItToWhoIsResponsibleWhoTellsSoUnderTheirOwnName() {
    Case taken = told(after(new TakingOn(WATER, "jan.devries").on(touched(), moment(ELEVEN))));

    Case left = after(new Leaving(WATER, "jan.devries").on(taken, moment(ELEVEN)));

    Notice citizen =
        left.pending().stream()
            .map(Outgoing::notice)
            .filter(one -> one.kind() == Notice.Kind.NEW_OFFICIAL)
            .findFirst()
            .orElseThrow();
    assertThat(citizen.official()).isEqualTo(SAMIRA);
    assertThat(citizen.facts()).containsEntry("from", "jan.devries");
    assertThat(left.happened(CaseEvent.ActingEnded.class))
        .extracting(CaseEvent.ActingEnded::official, CaseEvent.ActingEnded::insteadOf)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("jan.devries", SAMIRA));
  }

  private static Invoking acting(int euros) {
    return acting(SAMIRA, euros);
  }

  private static Invoking acting(String by, int euros) {
    return new Invoking(WATER, "Borg gestaan bij het waterbedrijf", euros, by);
  }

  private static Case touched() {
    Touch sign = new Touch(WATER, List.of("zonder water"), true);
    return after(
        new Touching("r1", MONDAY_TEN, List.of(sign))
            .on(Town.rentQuestion(), moment(MONDAY_TEN.plusSeconds(1))));
  }
}
