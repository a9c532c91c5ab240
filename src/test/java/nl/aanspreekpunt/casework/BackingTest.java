package nl.aanspreekpunt.casework;

import static nl.aanspreekpunt.casework.Town.MONDAY_TEN;
import static nl.aanspreekpunt.casework.Town.after;
import static nl.aanspreekpunt.casework.Town.at;
import static nl.aanspreekpunt.casework.Town.away;
import static nl.aanspreekpunt.casework.Town.moment;
import static nl.aanspreekpunt.casework.Town.refusal;
import static nl.aanspreekpunt.casework.Town.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import nl.aanspreekpunt.casework.backing.AnsweringBacking;
import nl.aanspreekpunt.casework.backing.AskingBacking;
import nl.aanspreekpunt.casework.backing.WithdrawingBacking;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.Test;

/** "I want to deviate from … because …" goes to the manager, who backs it or explains why not. */
class BackingTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final String PIETER = "pieter.hoekstra";
  private static final Instant TUESDAY_TEN = at("2026-06-02T10:00");
  private static final AskingBacking ASK =
      new AskingBacking("de wachttijd", "Er is een baby in huis", SAMIRA);

  @Test
  void theManagerIsAskedWithANormOfOneWorkingDayAndReadsNoMoreThanThat() {
    Case asked = asked();
    Promise promise = asked.openInward().get(0);
    assertThat(promise.kind()).isEqualTo(PromiseKind.BACKING);
    assertThat(promise.actor()).isEqualTo(PIETER);
    assertThat(promise.due()).isEqualTo(TUESDAY_TEN);
    assertThat(asked.official()).isEqualTo(SAMIRA);
    assertThat(asked.care().inward().concerns()).containsExactly(PIETER);
    assertThat(access(asked, PIETER)).isEqualTo(Access.ASKED);
    assertThat(asked.pending())
        .noneMatch(one -> one.toString().contains("baby") || one.toString().contains("wachttijd"));
    assertThat(refusal(ASK.on(asked, moment(MONDAY_TEN)))).isEqualTo("backing-open");
    assertThat(refusal(new AskingBacking(" ", "x", SAMIRA).on(question(), moment(MONDAY_TEN))))
        .isEqualTo("deviation-needed");
  }

  @Test
  void agreementIsOnRecordAsBackingAndKeepsTheManagersPromise() {
    Case agreed = after(yes(PIETER).on(asked(), moment(at("2026-06-01T12:00"))));
    Backing backing = agreed.care().backed().all().get(0);
    assertThat(backing.stands()).isTrue();
    assertThat(agreed.promise(backing.promise()).orElseThrow().state())
        .isEqualTo(Promise.State.KEPT);
    assertThat(agreed.happened(CaseEvent.BackingGiven.class))
        .extracting(CaseEvent.BackingGiven::by, CaseEvent.BackingGiven::how)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(PIETER, "agreed"));
    assertThat(agreed.pending())
        .filteredOn(one -> one.notice().kind() == Notice.Kind.BACKING)
        .extracting(one -> one.notice().official())
        .containsExactly(SAMIRA);
    assertThat(access(agreed, PIETER)).as("has no more to do with it").isEqualTo(Access.SUBJECT);
    assertThat(refusal(yes(PIETER).on(agreed, moment(TUESDAY_TEN)))).isEqualTo("backing-answered");
  }

  @Test
  void aRefusalNeedsAnExplanationOfTheManagersOwnAndIsTheirsToExplainToTheCitizen() {
    Moment later = moment(at("2026-06-01T12:00"));
    assertThat(refusal(no(PIETER, "Kan niet.").on(asked(), later)))
        .isEqualTo("explanation-needed-backing");
    assertThat(
            refusal(no(PIETER, "Volgens artikel 3 lid 2 van de verordening.").on(asked(), later)))
        .isEqualTo("bare-rule");
    assertThat(refusal(no("jan.devries", "Dat lukt nu echt helemaal niet.").on(asked(), later)))
        .isEqualTo("not-asked-backing");

    Case refused = after(no(PIETER, "Dan wachten drie andere gezinnen langer.").on(asked(), later));
    Promise explains =
        refused.openPromises().stream().filter(one -> PIETER.equals(one.actor())).findFirst().get();
    assertThat(explains.kind()).as("no number is known").isEqualTo(PromiseKind.ANSWER);
    assertThat(explains.dated()).isTrue();
    assertThat(refused.pending())
        .filteredOn(one -> one.notice().kind() == Notice.Kind.PROMISED)
        .allMatch(one -> one.notice().official().equals(PIETER))
        .hasSize(1);
    assertThat(refused.pending())
        .filteredOn(one -> one.notice().kind() == Notice.Kind.PROMISED)
        .allMatch(one -> "yes".equals(one.notice().facts().get("explains")))
        .allMatch(one -> SAMIRA.equals(one.notice().facts().get("insteadOf")));
    Case late = climbed(told(refused), moment(at("2026-06-26T12:00")));
    assertThat(late.ownerOf(late.promise(explains.id()).orElseThrow()))
        .as("nobody else explains it")
        .isEqualTo(PIETER);
    assertThat(late.promise(explains.id()).orElseThrow().steps()).isNotEmpty();
    assertThat(refused.met()).contains(PIETER);
    assertThat(access(refused, PIETER)).isEqualTo(Access.TEXT);
    assertThat(refused.official()).isEqualTo(SAMIRA);

    Replying answer = new Replying(SAMIRA, "Dag Jan.", null, refused.lastReceived(), Map.of());
    Case answered = after(answer.on(told(refused), later));
    assertThat(answered.promise(explains.id()).orElseThrow().open())
        .as("only the manager's explanation keeps it")
        .isTrue();
  }

  @Test
  void whereSilenceAgreesTheClockPutsItOnRecordOnceAndKeepsNothingByIt() {
    Directory agrees = directory("backing: { silence-agrees: true }\n");
    Case asked = told(after(ASK.on(question(), moment(MONDAY_TEN, agrees))));
    Case waiting = climbed(asked, moment(TUESDAY_TEN.minusSeconds(1), agrees));
    assertThat(waiting.care().backed().open()).hasSize(1);

    Case silent = climbed(waiting, moment(TUESDAY_TEN.plusSeconds(5), agrees));
    Backing backing = silent.care().backed().all().get(0);
    assertThat(backing.state()).isEqualTo(Backing.State.SILENT);
    assertThat(backing.answeredBy()).isEqualTo(PIETER);
    assertThat(silent.promise(backing.promise()).orElseThrow().state())
        .isEqualTo(Promise.State.WITHDRAWN);
    assertThat(silent.happened(CaseEvent.Kept.class)).isEmpty();
    Case later = climbed(silent, moment(TUESDAY_TEN.plusSeconds(60), agrees));
    assertThat(later.happened(CaseEvent.BackingGiven.class))
        .extracting(CaseEvent.BackingGiven::how)
        .containsExactly("silence");
  }

  @Test
  void whereItDoesNotTheLadderClimbsAndATeamMaySayOtherwise() {
    Case asked = told(asked());
    Case late = climbed(asked, moment(TUESDAY_TEN.plusSeconds(5)));
    assertThat(late.care().backed().open()).hasSize(1);
    assertThat(late.happened(CaseEvent.Climbed.class)).isNotEmpty();

    String yaml = Voorbeeldstad.yaml();
    Directory team =
        Voorbeeldstad.directory(
            yaml.replace(
                "    coordinator: jan.devries\n",
                "    coordinator: jan.devries\n    backing: { silence-agrees: true }\n"));
    Case silent = climbed(asked, moment(TUESDAY_TEN.plusSeconds(5), team));
    assertThat(silent.care().backed().all().get(0).stands()).isTrue();
  }

  @Test
  void aManagerWhoIsAwayOrAsksThemselvesIsPassedOver() {
    Moment away = moment(MONDAY_TEN, away(PIETER, MONDAY_TEN.minusSeconds(60)));
    Case asked = after(ASK.on(question(), away));
    assertThat(asked.openInward().get(0).actor()).isEqualTo("gloria.martina");
    Case own =
        after(
            new AskingBacking("de norm", "Het kan niet wachten", PIETER)
                .on(question(), moment(MONDAY_TEN)));
    assertThat(own.openInward().get(0).actor()).isNotEqualTo(PIETER).isNotEqualTo(SAMIRA);
  }

  @Test
  void itEndsWithTheCaseOrWhenWhoAskedTakesItBack() {
    Case back =
        after(new WithdrawingBacking("000000000-b1", SAMIRA).on(asked(), moment(MONDAY_TEN)));
    assertThat(back.openInward()).isEmpty();
    assertThat(back.care().backed().all().get(0).state()).isEqualTo(Backing.State.WITHDRAWN);
    Draft draft = new Draft(asked(), moment(MONDAY_TEN));
    draft.close(Outcome.ANSWERED);
    Case closed = after(draft.done());
    assertThat(closed.care().backed().open()).isEmpty();
    assertThat(closed.openInward()).isEmpty();
  }

  private static Case question() {
    return told(Town.rentQuestion());
  }

  private static Case asked() {
    return told(after(ASK.on(question(), moment(MONDAY_TEN))));
  }

  private static AnsweringBacking yes(String by) {
    return new AnsweringBacking("000000000-b1", by, true, null);
  }

  private static AnsweringBacking no(String by, String why) {
    return new AnsweringBacking("000000000-b1", by, false, why);
  }

  private static Directory directory(String more) {
    return Voorbeeldstad.directory(Voorbeeldstad.yaml() + "\n" + more);
  }

  private static Case climbed(Case one, Moment moment) {
    Decision decision = Town.climbing().on(told(one), moment);
    return decision instanceof Decision.Changed changed ? told(changed.after()) : one;
  }

  private static Access access(Case one, String who) {
    Official official = Voorbeeldstad.directory().official(who).orElseThrow();
    return Access.of(one, official, official.roles(), moment(MONDAY_TEN));
  }
}
