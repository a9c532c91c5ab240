package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.consult.AnsweringConsult;
import nl.aanspreekpunt.casework.consult.Consulting;
import nl.aanspreekpunt.casework.consult.WhoKnows;
import nl.aanspreekpunt.casework.consult.WhoKnows.Colleague;
import nl.aanspreekpunt.official.Load;
import nl.aanspreekpunt.official.Voorbeeldstad;
import org.junit.jupiter.api.Test;

/** Samira looks for who knows: Anouk and Ravi have waste among their topics. */
class WhoKnowsTest {
  private static final String ANOUK = "anouk.jansen";
  private static final String RAVI = "ravi.ramdin";
  private static final String MEILIN = "meilin.chen";
  private static final String FATMA = "fatma.yildiz";
  private static final String WASTE = "afval";
  private static final Moment NOW = Town.moment(Town.MONDAY_TEN);

  @Test
  void whoseTopicItIsAndHasLeastToDoComesFirst() {
    assertThat(ids(about(Town.rentQuestion(), WASTE, null, NOW, Map.of(ANOUK, 3, RAVI, 9))))
        .containsExactly(ANOUK, RAVI);
    assertThat(ids(about(Town.rentQuestion(), WASTE, null, NOW, Map.of(ANOUK, 9, RAVI, 3))))
        .containsExactly(RAVI, ANOUK);
  }

  @Test
  void whoIsAwayComesAfterWhoIsHereAndIsSaidToBe() {
    Moment away = Town.moment(Town.MONDAY_TEN, Town.away(ANOUK, Town.MONDAY_TEN));

    List<Colleague> all = about(Town.rentQuestion(), WASTE, null, away, Map.of(RAVI, 20));

    assertThat(ids(all)).containsExactly(RAVI, ANOUK);
    assertThat(all).extracting(Colleague::here).containsExactly(true, false);
  }

  @Test
  void whoHasAFullLoadHasNoRoomAndIsStillNamed() {
    List<Colleague> all = about(Town.rentQuestion(), WASTE, null, NOW, Map.of(RAVI, 500));

    assertThat(ids(all)).containsExactly(ANOUK, RAVI);
    assertThat(all).extracting(Colleague::room).containsExactly(true, false);
  }

  @Test
  void whoAnsweredAboutItBeforeIsNamedToo() {
    Case once = Town.opened(Town.JAN, FATMA, null).opened();

    List<Colleague> all =
        about(Town.rentQuestion(), WASTE, null, NOW, Map.of(), once, asked(MEILIN), asked(MEILIN));

    assertThat(ids(all)).containsExactly(ANOUK, RAVI, MEILIN, FATMA);
    assertThat(all).extracting(Colleague::answered).containsExactly(0, 0, 2, 1);
    assertThat(all).extracting(Colleague::topic).containsExactly(true, true, false, false);
  }

  @Test
  void howeverOftenSomebodyAnsweredWhoseTopicItIsComesFirst() {
    Case[] often = Collections.nCopies(9, asked(MEILIN)).toArray(Case[]::new);

    assertThat(ids(about(Town.rentQuestion(), WASTE, null, NOW, Map.of(), often)))
        .containsExactly(ANOUK, RAVI, MEILIN);
  }

  @Test
  void aLanguageIsForWhoSpeaksIt() {
    Moment arabic =
        Town.moment(
            Town.MONDAY_TEN,
            Voorbeeldstad.directory(speaking(speaking(Voorbeeldstad.yaml(), MEILIN), RAVI)));

    assertThat(ids(about(Town.rentQuestion(), WASTE, "ar", arabic, Map.of())))
        .as("their topic first")
        .containsExactly(RAVI, MEILIN);
    assertThat(ids(about(Town.rentQuestion(), null, "ar", arabic, Map.of(RAVI, 9))))
        .as("any topic")
        .containsExactly(MEILIN, RAVI);
    assertThat(about(Town.rentQuestion(), WASTE, "so", arabic, Map.of())).isEmpty();
  }

  @Test
  void nobodyKnowsWithoutATopicOrLanguage() {
    assertThat(about(Town.rentQuestion(), null, null, NOW, Map.of())).isEmpty();
  }

  @Test
  void whoAsksWhoIsBarredAndWhoLeftAreLeftOut() {
    String rent = "huur-en-onderhoud";
    assertThat(ids(about(Town.rentQuestion(), rent, null, NOW, Map.of())))
        .as("not Samira, who asks")
        .containsExactly("jan.devries");
    Route route =
        new Route(
            Town.ABOUT_RENT,
            null,
            "samira.elamrani",
            rent,
            "wonen",
            null,
            null,
            List.of("jan.devries"));
    Case complaint =
        new Opening(Town.arrival("r1", Town.JAN, null), route, "Klacht", "c1", false)
            .as("000000001", NOW)
            .opened();
    Case answered = Town.opened(Town.JAN, "jan.devries", null).opened();
    assertThat(about(complaint, rent, null, NOW, Map.of(), answered))
        .as("nor whom it concerns")
        .isEmpty();
    Moment left =
        Town.moment(
            Town.MONDAY_TEN,
            Voorbeeldstad.directory(
                List.of(), List.of(Town.gone(RAVI, Town.MONDAY_TEN.minusSeconds(60), ANOUK))));
    assertThat(ids(about(Town.rentQuestion(), WASTE, null, left, Map.of()))).containsExactly(ANOUK);
  }

  @Test
  void eightAreNamedAtMost() {
    assertThat(about(Town.rentQuestion(), null, "nl", NOW, Map.of())).hasSize(8);
  }

  /** A colleague answered Samira something in it. */
  private static Case asked(String colleague) {
    Consulting asks = new Consulting("samira.elamrani", colleague, "Weet u dit?", List.of());
    Case one = Town.told(Town.after(asks.on(Town.rentQuestion(), NOW)));
    return Town.after(new AnsweringConsult("r1", colleague, "Ja.").on(one, NOW));
  }

  private static String speaking(String yaml, String official) {
    String entry = "  - id: " + official + "\n";
    assertThat(yaml).contains(entry);
    return yaml.replace(entry, entry + "    languages: [ar]\n");
  }

  /** With so many open cases each, and these cases that were closed. */
  private static List<Colleague> about(
      Case one,
      String topic,
      String language,
      Moment moment,
      Map<String, Integer> open,
      Case... closed) {
    WhoKnows knows =
        new WhoKnows(
            (about, most) -> Future.succeededFuture(List.of(closed)),
            who -> Future.succeededFuture(new Load.Work(open.getOrDefault(who, 0), 0)));
    return knows.about(one, topic, language, moment).result();
  }

  private static List<String> ids(List<Colleague> all) {
    return all.stream().map(it -> it.who().id()).toList();
  }
}
