package nl.aanspreekpunt.web.work.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.trail.Kind;
import nl.aanspreekpunt.trail.Query;
import nl.aanspreekpunt.trail.Subject;
import nl.aanspreekpunt.trail.Trace;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may be told whose a number is (ADR 0024). */
class RecognisingTest {
  private static final String CLERK = "meilin.chen";
  private static Workplace workplace;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  private static String looked(String who, String what) {
    return Visitor.loggedIn(workplace, who).get("/werk/nieuw/bekend?who=" + what).body();
  }

  private static List<Trace.Own> recognised() {
    return Workplace.await(
            workplace
                .trailWork
                .trail()
                .find(
                    new Query(
                        null,
                        Set.of(Subject.READING),
                        Instant.EPOCH,
                        workplace.clock.instant().plusSeconds(60),
                        null),
                    200))
        .stream()
        .map(Trace.Own.class::cast)
        .filter(one -> one.entry().kind() == Kind.CALLER_RECOGNISED)
        .toList();
  }

  @Test
  void aClerkIsToldAndItIsOnTheTrailOnceAnHourWithoutNameOrNumber() {
    workplace.question("+31612340001", "Toos Trouw", "Huur", "Nat", "huur-en-onderhoud");
    int before = recognised().size();
    for (int i = 0; i < 3; i++) {
      assertThat(looked(CLERK, "0612340001")).contains("Toos Trouw");
    }
    assertThat(recognised()).hasSize(before + 1);
    assertThat(recognised().get(0).entry().toString())
        .contains(CLERK)
        .doesNotContain("Toos", "612340001");
    workplace.clock.forward(Duration.ofHours(1));
    looked(CLERK, "0612340001");
    assertThat(recognised()).hasSize(before + 2);
    Visitor auditor = Visitor.loggedIn(workplace, "marijke.smit");
    assertThat(auditor.get("/werk/beheer/spoor?onderwerp=READING").body())
        .contains("Mei-Lin Chen kreeg te zien bij wie een nummer of adres hoort");
  }

  @Test
  void whoIsNoClerkIsToldOfTheirOwnCitizensAloneAndNothingIsPutDown() {
    String own =
        workplace
            .question("+31612340002", "Eigen Inwoner", "Huur", "Nat", "huur-en-onderhoud")
            .official();
    String other =
        workplace
            .question("+31612340003", "Andere Inwoner", "Stoep", "Los", "straat-en-groen")
            .id();
    int before = recognised().size();
    assertThat(looked(own, "0612340002")).contains("Eigen Inwoner");
    assertThat(looked(own, "0612340003"))
        .contains("Niet bekend in de vragen die u leest")
        .doesNotContain("Andere Inwoner");
    assertThat(looked(own, other)).doesNotContain("Andere Inwoner");
    assertThat(looked(own, "0612349999")).contains("Niet bekend in de vragen die u leest");
    assertThat(recognised()).hasSize(before);
  }

  @Test
  void anHourHasSoManyAndTheSameOneAgainIsNoneMore() {
    workplace.clock.forward(Duration.ofHours(1));
    workplace.question("+31612340004", "Laatste Inwoner", "Huur", "Nat", "huur-en-onderhoud");
    Visitor clerk = Visitor.loggedIn(workplace, CLERK);
    for (int i = 0; i < Lookups.MOST; i++) {
      clerk.get("/werk/nieuw/bekend?who=06123411" + (10 + i % 60));
    }
    String path = "/werk/nieuw/bekend?who=0612340004";
    assertThat(clerk.get(path).body())
        .contains("U zocht dit uur 60 nummers of adressen op")
        .doesNotContain("Laatste Inwoner");
    assertThat(clerk.get("/werk/nieuw/bekend?who=06-12341110").body()).contains("Nog niet bekend");
    workplace.clock.forward(Duration.ofHours(1));
    assertThat(clerk.get(path).body()).contains("Laatste Inwoner");
  }
}
