package nl.aanspreekpunt.web.work;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Sign;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.Test;

/** Part-time patterns in the pages. It is Tuesday 24 November 2026, in an even week. */
class DaysPagesTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final String JAN = "jan.devries";
  private static final String PATH = "/werk/werkdagen/" + SAMIRA;

  @Test
  void anOfficialStatesTheirDaysAndCitizenColleagueAndDeputySeeWhatThatMeans() {
    try (Workplace workplace = new Workplace()) {
      Case one =
          workplace.question("a@elders.example", "Ans", "Schimmel", "x", "huur-en-onderhoud");
      assertThat(one.official()).isEqualTo(SAMIRA);
      assertThat(one.concerns()).containsExactly(SAMIRA);
      Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
      assertThat(samira.get(PATH).body()).contains("Werkt wanneer het team open is.");
      assertThat(samira.post(PATH, Map.of()).body()).contains("odd-mon-error");
      assertThat(samira.post(PATH, Map.of("odd-tue", "ochtend")).body())
          .contains("odd-tue-error", "value=\"ochtend\"");

      Map<String, String> days =
          Map.of(
              "odd-mon", "08:30-17:00",
              "even-mon", "08:30-17:00",
              "odd-tue", "08:30-12:30",
              "even-fri", "13:00-17:00");
      assertThat(samira.post(PATH, days).status()).isEqualTo(303);

      String works =
          "Werkt op maandag, dinsdagochtend in oneven weken en vrijdagmiddag in even weken."
              + " Weer aan het werk: vrijdag 27 november, 13:00 uur.";
      assertThat(samira.get(PATH).body()).contains(works, "value=\"13:00-17:00\"");
      assertThat(new Visitor(workplace).get(workplace.followPath(one, "1") + "?taal=en").body())
          .contains("Works on Monday, Tuesday morning in odd weeks and Friday afternoon in even");
      Visitor jan = Visitor.loggedIn(workplace, JAN);
      assertThat(jan.get("/werk/team").body()).contains(works, PATH);
      assertThat(jan.get("/werk/vragen/" + one.id()).body()).contains(works);
      assertThat(workplace.found(one.id()).concerns()).containsExactly(SAMIRA, JAN);
      assertThat(jan.get("/werk").body())
          .contains("Samira El Amrani werkt niet meer voordat dit af moet zijn");
      assertThat(workplace.directories.current().absent(SAMIRA, workplace.clock.instant()))
          .isFalse();

      Case next =
          workplace.question("b@elders.example", "Bea", "Lekkage", "x", "huur-en-onderhoud");
      assertThat(next.official()).as("not before it is due").isNotEqualTo(SAMIRA);
      assertThat(acknowledged(workplace, one)).doesNotContainKey("returns");
      assertThat(Visitor.loggedIn(workplace, "ravi.ramdin").get(PATH).status()).isEqualTo(404);
      assertThat(jan.post(PATH, Map.of("odd-mon", "08:30-17:00")).status()).isEqualTo(303);
      assertThat(jan.get(PATH).body()).contains("Werkt op maandag in oneven weken.");
    }
  }

  @Test
  void aCitizenWhoWritesOnADayOffHearsWhenTheirOfficialIsBack() {
    try (Workplace workplace = new Workplace()) {
      Case one =
          workplace.question("a@elders.example", "Ans", "Schimmel", "x", "huur-en-onderhoud");
      Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
      samira.get(PATH);
      samira.post(PATH, Map.of("odd-thu", "08:30-17:00", "even-thu", "08:30-17:00"));
      workplace.clock.forward(Duration.ofDays(1));

      workplace.mail(
          "a@elders.example",
          """
          From: a@elders.example
          To: vraag@voorbeeldstad.example
          Subject: Re: [%s] Schimmel
          Message-ID: <again@elders.example>

          Het wordt erger.
          """
              .formatted(one.id()));

      assertThat(acknowledged(workplace, workplace.found(one.id())))
          .containsEntry("returns", "2026-11-26T07:30:00Z");
    }
  }

  @Test
  void twoDaysWithoutASignAreTwoOfTheirOwnWorkingDays() {
    try (Workplace workplace = new Workplace()) {
      workplace.question("a@elders.example", "Ans", "Schimmel", "x", "huur-en-onderhoud");
      Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
      samira.get(PATH);
      samira.post(PATH, Map.of("odd-mon", "08:30-17:00", "even-mon", "08:30-17:00"));
      await(workplace.attendance.tick());
      await(workplace.attendance.seen(SAMIRA));
      Instant start = workplace.clock.instant();

      workplace.clock.forward(Duration.ofDays(7));
      await(workplace.attendance.tick());
      assertThat(asked(workplace)).isEmpty();

      workplace.clock.to(start.plus(Duration.ofDays(21)));
      await(workplace.attendance.tick());
      assertThat(asked(workplace)).extracting(Sign::id).containsExactly(SAMIRA);
    }
  }

  private static List<Sign> asked(Workplace workplace) {
    return await(workplace.attendance.asked(List.of(SAMIRA)));
  }

  /** The facts of the last acknowledgement in a case. */
  private static Map<String, String> acknowledged(Workplace workplace, Case one) {
    return await(workplace.outbox.list(Outgoing.State.WAITING, null, 100)).stream()
        .map(Outgoing::notice)
        .filter(notice -> notice.kind() == Notice.Kind.ACKNOWLEDGEMENT)
        .filter(notice -> one.id().equals(notice.caseNumber()))
        .map(Notice::facts)
        .reduce((a, b) -> a.getOrDefault("inReplyTo", "").contains("again@") ? a : b)
        .orElseThrow();
  }
}
