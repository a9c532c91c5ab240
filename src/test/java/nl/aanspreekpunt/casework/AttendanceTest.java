package nl.aanspreekpunt.casework;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who is not seen any more is noticed: is this colleague absent, or gone? */
class AttendanceTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final String JAN = "jan.devries";
  private final Workplace workplace = new Workplace();
  private Case one;

  @BeforeEach
  void begin() {
    one = workplace.question("ans@elders.example", "Ans", "Schimmel", "Nat.", "huur-en-onderhoud");
    assertThat(one.official()).isEqualTo(SAMIRA);
    tick();
  }

  @AfterEach
  void close() {
    workplace.close();
  }

  @Test
  void whoDidNothingForTwoWorkingDaysIsPutToTheCoordinatorOnceAndNewWorkGoesToTheDeputy() {
    workplace.clock.forward(Duration.ofHours(47));
    tick();
    assertThat(asked()).isEmpty();

    workplace.clock.forward(Duration.ofHours(2));
    tick();
    tick();

    assertThat(asked()).extracting(Sign::id, Sign::doubt).containsExactly(unseen());
    assertThat(told("unseen")).singleElement().isEqualTo(JAN);
    assertThat(workplace.found(one.id()).acting()).isEmpty();
    Case next =
        workplace.question("bea@elders.example", "Bea", "Lekkage", "Nat.", "huur-en-onderhoud");
    assertThat(next.official()).isNotEqualTo(SAMIRA);
    assertThat(Visitor.loggedIn(workplace, JAN).get("/werk/team").body())
        .contains("Afwezig of weg?", "Deed twee werkdagen niets");

    Visitor.loggedIn(workplace, SAMIRA).get("/werk");
    Until.until("she is here", () -> workplace.directories.current().here(SAMIRA, now()));
    Until.until("nobody asks any more", () -> asked().isEmpty());
    assertThat(told("back")).isEmpty();
  }

  @Test
  void whoHasNoOpenWorkIsAwayOrWorksHereIsNotAskedAbout() {
    await(
        workplace.absences.absent(
            new Absence(SAMIRA, now(), now().plus(Duration.ofDays(7)), null, "", JAN)));
    workplace.clock.forward(Duration.ofDays(4));
    await(workplace.attendance.seen(JAN));
    tick();
    assertThat(asked()).isEmpty();

    workplace.clock.forward(Duration.ofDays(4));
    await(workplace.attendance.seen(JAN));
    workplace.tick();
    tick();
    assertThat(asked()).as("back since yesterday").isEmpty();
  }

  @Test
  void whoseNoticesComeBackIsAskedAboutAtOnceAndTheCoordinatorSaysHowItIs() {
    await(workplace.attendance.doubt(SAMIRA, Sign.Doubt.BOUNCED));
    tick();
    assertThat(asked()).extracting(Sign::doubt).containsExactly(Sign.Doubt.BOUNCED);
    Visitor jan = Visitor.loggedIn(workplace, JAN);
    jan.get("/werk/team");
    jan.post(
        "/werk/team/gemist", Map.of("official", SAMIRA, "answer", "away", "until", "2026-12-04"));
    assertThat(asked()).isEmpty();
    Absence away = workplace.directories.current().absence(SAMIRA, now()).orElseThrow();
    assertThat(away.presumed()).isFalse();
    assertThat(away.until()).isNotNull();
    assertThat(workplace.found(one.id()).actingNow()).isPresent();

    await(workplace.absences.returned(SAMIRA, JAN));
    await(workplace.attendance.doubt(SAMIRA, Sign.Doubt.BOUNCED));
    workplace.clock.forward(Duration.ofMinutes(1));
    tick();
    jan.get("/werk/team");
    String leaves = "/werk/team/vertrek/" + SAMIRA;
    assertThat(jan.get("/werk/team").body()).contains(leaves + "\">Werkt hier niet meer");
    jan.post("/werk/team/gemist", Map.of("official", SAMIRA, "answer", "gone"));
    assertThat(workplace.directories.current().employed(SAMIRA, now())).isTrue();
    assertThat(jan.get(leaves).body())
        .contains("Tot een dag na het verhuizen kunt u dit ongedaan maken");
    jan.post(leaves + "/melden", Map.of());
    assertThat(jan.get("/werk/team").body()).doesNotContain("/werk/team/gemist");
    assertThat(workplace.directories.current().employed(SAMIRA, now())).isFalse();
    assertThat(await(workplace.handovers.find(SAMIRA))).isPresent();
  }

  @Test
  void aMailboxThatAnswersByItselfIsProposedAndNothingIsAssumed() {
    Receipt answer =
        workplace.received(
            workplace.email(SAMIRA),
            """
        From: %s
        To: vraag@voorbeeldstad.example
        Subject: Afwezig
        Message-ID: <ooo@mailbox.example>
        Auto-Submitted: auto-replied

        Ik ben afwezig tot en met 13 december. Bel 14 020.
        """
                .formatted(workplace.email(SAMIRA)));
    tick();

    assertThat(asked()).extracting(Sign::doubt).containsExactly(Sign.Doubt.AUTOREPLY);
    assertThat(told("autoreply")).containsExactly(JAN);
    assertThat(answer.caseNumber()).as("it is no question of a citizen").isNull();
    assertThat(Visitor.loggedIn(workplace, JAN).get("/werk/team").body())
        .contains("value=\"2026-12-14\"");
    assertThat(workplace.directories.current().here(SAMIRA, now())).isTrue();
    await(workplace.attendance.isHere(SAMIRA, JAN));
    assertThat(asked()).isEmpty();
  }

  private static org.assertj.core.groups.Tuple unseen() {
    return org.assertj.core.api.Assertions.tuple(SAMIRA, Sign.Doubt.UNSEEN);
  }

  private void tick() {
    await(workplace.attendance.tick());
  }

  private Instant now() {
    return workplace.clock.instant();
  }

  private List<Sign> asked() {
    return await(workplace.attendance.asked(List.of(SAMIRA, JAN, "ravi.ramdin")));
  }

  private List<String> told(String what) {
    return await(workplace.outbox.list(Outgoing.State.WAITING, null, 100)).stream()
        .map(Outgoing::notice)
        .filter(notice -> notice.kind() == Notice.Kind.ABSENCE)
        .filter(notice -> what.equals(notice.facts().get("what")))
        .map(Notice::official)
        .toList();
  }
}
