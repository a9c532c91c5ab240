package nl.aanspreekpunt.web.work;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.casework.Responsibility;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many questions go to others at once, as who leads the team meets it. */
class DistributingTest {
  private static final String PATH = "/werk/team/verdelen";
  private static final String FATMA = "fatma.yildiz";
  private final Workplace workplace = new Workplace();
  private final Visitor kwame = Visitor.loggedIn(workplace, "kwame.mensah");

  @AfterEach
  void close() {
    workplace.close();
  }

  private List<Case> debts(int citizens) {
    return IntStream.range(0, citizens)
        .boxed()
        .flatMap(
            i ->
                IntStream.range(0, 2)
                    .mapToObj(
                        n ->
                            workplace.question(
                                "burger" + i + "@elders.example",
                                "Burger",
                                "Schuld " + i + "." + n,
                                "Help.",
                                "schuldhulp")))
        .toList();
  }

  private String begun() {
    String asked = PATH + "?whose=sanne.vandijk&topic=schuldhulp&to=" + FATMA;
    assertThat(kwame.get(asked).body()).contains("Dit verhuist: 60 vragen", "naar Fatma Yıldız");
    Map<String, String> form =
        Map.of(
            "whose", "sanne.vandijk", "topic", "schuldhulp", "to", FATMA, "seen", "60", "note", "");
    return kwame.post(PATH, form).location();
  }

  @Test
  void itIsShownFirstThenMovedStoppedAndGoesOnAndEachCitizenHearsItOnce() {
    List<Case> all = debts(30);
    Case elsewhere = all.get(59);
    String going = begun();
    await(
        workplace.casework.change(
            elsewhere.id(), new Reassigning("gloria.martina", "test", "handover", "")));

    await(Future.all(workplace.distributing.tick(), workplace.distributing.tick()));
    assertThat(kwame.get(going).body()).contains("<progress", "Stop");
    kwame.post(going + "/stop", Map.of());
    long moved = with(all, FATMA);
    assertThat(moved).isPositive().isLessThan(59);
    await(workplace.distributing.tick());
    assertThat(with(all, FATMA)).isEqualTo(moved);
    assertThat(kwame.get(going).body()).contains("Gestopt", "Ga verder");

    kwame.post(going + "/verder", Map.of());
    workplace.tick();
    workplace.tick();
    assertThat(kwame.get(going).body()).contains("60 van 60", "Klaar");

    assertThat(with(all, FATMA)).isEqualTo(59);
    assertThat(workplace.found(elsewhere.id()).official()).isEqualTo("gloria.martina");
    assertThat(workplace.found(all.get(0).id()).responsibilities())
        .extracting(Responsibility::official)
        .containsExactly("sanne.vandijk", FATMA);
    assertThat(told()).isEqualTo(30);
  }

  private long with(List<Case> all, String official) {
    return all.stream()
        .filter(one -> workplace.found(one.id()).official().equals(official))
        .count();
  }

  private long told() {
    return await(workplace.outbox.list(Outgoing.State.WAITING, null, 500)).stream()
        .filter(entry -> entry.notice().kind() == Notice.Kind.NEW_OFFICIAL)
        .filter(entry -> entry.notice().official().equals(FATMA))
        .count();
  }

  @Test
  void onlyWhoLeadsTheTeamMayAndOnlyTheirOwn() {
    debts(1);
    assertThat(Visitor.loggedIn(workplace, FATMA).get(PATH).status()).isEqualTo(403);
    assertThat(kwame.get(PATH + "?whose=samira.elamrani").status()).isEqualTo(403);
    assertThat(kwame.get(PATH + "?whose=team:wonen").status()).isEqualTo(403);
    assertThat(kwame.get(PATH + "?whose=team:werk-en-inkomen").body())
        .contains("Dit verhuist: 2 vragen");
    assertThat(kwame.get(PATH + "/onbekend").status()).isEqualTo(404);
  }
}
