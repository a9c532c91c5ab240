package nl.aanspreekpunt.web.work;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Holding;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Responsibility with dates, and what follows when a citizen met too many. */
class ResponsibilityOnThePageTest {
  private final Workplace workplace = new Workplace();

  @AfterEach
  void close() {
    workplace.close();
  }

  private Case debts() {
    return workplace.question("burger@elders.example", "Burger", "Schuld", "Help.", "schuldhulp");
  }

  private void handed(Case one, String to) {
    workplace.clock.forward(Duration.ofDays(1));
    await(
        workplace.casework.change(one.id(), new Reassigning(to, "kwame.mensah", "reassigned", "")));
  }

  @Test
  void whoWasResponsibleOnADayStandsOnTheCasePage() {
    Case one = debts();
    String first = one.official();
    handed(one, "fatma.yildiz");
    Visitor fatma = Visitor.loggedIn(workplace, "fatma.yildiz");

    String that = fatma.get("/werk/vragen/" + one.id() + "?dag=2026-11-24").body();
    String name = workplace.directories.current().official(first).orElseThrow().name();
    assertThat(that).contains(name + ", van ", "Medewerkers die deze inwoner trof: 2");
    assertThat(fatma.get("/werk/vragen/" + one.id() + "?dag=2026-11-25").body())
        .contains("Fatma Yıldız, vanaf ");
    assertThat(fatma.get("/werk/vragen/" + one.id() + "?dag=2026-11-01").body())
        .contains("Op die dag was deze vraag er nog niet");
    assertThat(fatma.get("/werk/vragen/" + one.id() + "?dag=morgen").status()).isEqualTo(200);
    assertThat(fatma.get("/werk/vragen/" + one.id() + "?dag=2027-11-01").body())
        .contains("Die dag moet nog komen");
    List<Holding> all = Holding.of(workplace.found(one.id()));
    assertThat(all.get(1).predecessor()).isEqualTo(first);
    assertThat(all.get(0).until()).isEqualTo(all.get(1).from());
  }

  @Test
  void whoeverIsCountedIsNamedAlsoWhoOnlyActed() {
    Case one = debts();
    Absence ill =
        new Absence(one.official(), workplace.clock.instant(), null, null, "ziek", "test");
    await(workplace.absences.absent(ill));
    workplace.clock.forward(Duration.ofHours(2));
    workplace.mail(
        "burger@elders.example",
        """
        From: Burger <burger@elders.example>
        To: vraag@voorbeeldstad.example
        Subject: Schuld %s
        Message-ID: <nog-een@elders.example>

        Weet u al iets?
        """
            .formatted(one.id()));
    Case now = workplace.found(one.id());
    String acts = now.actingNow().orElseThrow().official();
    assertThat(now.met()).contains(acts);

    String page = Visitor.loggedIn(workplace, acts).get("/werk/vragen/" + one.id()).body();
    assertThat(page).contains("(nam waar voor ");
    for (String met : now.met()) {
      String name = workplace.directories.current().official(met).orElseThrow().name();
      assertThat(page).contains("<li>" + name + ", ");
    }
  }

  @Test
  void aboveThreeOfficialsTheCoordinatorNamesOneWhoStaysAndInvitesOnce() {
    Case one = debts();
    for (String next : List.of("fatma.yildiz", "kwame.mensah", "sanne.vandijk", "fatma.yildiz")) {
      handed(one, next);
    }
    assertThat(workplace.found(one.id()).steady()).isNull();
    handed(one, "gloria.martina");
    handed(one, "kwame.mensah");
    assertThat(told(Notice.Kind.STEADY)).hasSize(1);

    Visitor kwame = Visitor.loggedIn(workplace, "kwame.mensah");
    assertThat(kwame.get("/werk/team").body())
        .contains("Kies één vaste contactpersoon", "kreeg met 4 medewerkers te maken");
    assertThat(kwame.get("/werk/vragen/" + one.id()).body()).contains("Kies en nodig uit");
    String act = "/werk/vragen/" + one.id() + "/blijft";
    assertThat(kwame.post(act, Map.of("stays", "niemand")).status()).isEqualTo(422);
    kwame.post(act, Map.of("stays", "fatma.yildiz"));
    kwame.post(act, Map.of("stays", "fatma.yildiz"));

    Case now = workplace.found(one.id());
    assertThat(now.official()).isEqualTo("fatma.yildiz");
    assertThat(
            await(workplace.identities.ofCitizen(now.citizen())).get(0).standingFor("schuldhulp"))
        .isEqualTo("fatma.yildiz");
    assertThat(told(Notice.Kind.INVITATION)).hasSize(1);
    assertThat(kwame.get("/werk/team").body()).doesNotContain("kreeg met 4 medewerkers");
    assertThat(kwame.get("/werk/vragen/" + one.id()).body())
        .contains("Fatma Yıldız blijft de contactpersoon")
        .doesNotContain("Kies en nodig uit");
  }

  private List<Outgoing> told(Notice.Kind kind) {
    return await(workplace.outbox.list(Outgoing.State.WAITING, null, 100)).stream()
        .filter(entry -> entry.notice().kind() == kind)
        .toList();
  }
}
