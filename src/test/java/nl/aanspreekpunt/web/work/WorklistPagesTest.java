package nl.aanspreekpunt.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Noting;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is uncertain is put right by one act each, and what was learned can be taken back. */
class WorklistPagesTest {
  private static final String RENT = "huur-en-onderhoud";
  private static Workplace workplace;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  private static String path(Case one) {
    return "/werk/vragen/" + one.id() + "/plaats";
  }

  @Test
  void whatIsUncertainIsSaidRightOrWrongByOneActEachAndTakenApartAgain() {
    Case rent = workplace.question("eva@example.org", "Eva", "Huur", "Te hoog.", RENT);
    Map<String, String> named = Map.of("case", rent.id());
    Case first = workplace.question("zus@example.org", "Zus", "Huur", "Ik ook.", RENT, named);
    Case second = workplace.question("oom@example.org", "Oom", "Huur", "Nog een.", RENT, named);
    Visitor jan = Visitor.loggedIn(workplace, "jan.devries");
    assertThat(jan.get("/werk/onzeker").body())
        .contains(first.id(), second.id(), "Klopt, hoort bij vraag " + rent.id())
        .contains("Maar de afzender doet niet mee");
    Visitor ravi = Visitor.loggedIn(workplace, "ravi.ramdin");
    assertThat(ravi.get("/werk/onzeker").body()).contains("Nu is alles zeker");
    assertThat(ravi.post(path(first), Map.of("act", "own")).status()).isEqualTo(403);

    jan.get("/werk/onzeker");
    Visitor.Answer asked = jan.post(path(first), Map.of("act", "right"));
    assertThat(asked.status()).isEqualTo(409);
    assertThat(asked.body())
        .contains("twee verschillende inwoners", "van Eva", "van Zus")
        .contains("eva@example.org", "zus@example.org");
    assertThat(workplace.found(first.id()).open()).isTrue();
    assertThat(jan.post(path(first), Map.of("act", "right", "differentCitizens", "yes")).location())
        .startsWith("/werk/vragen/" + rent.id());
    assertThat(jan.get("/werk/vragen/" + rent.id()).body())
        .as("what happened where it was, between what happened here")
        .contains("uit vraag " + first.id())
        .doesNotContain("uit vraag " + second.id());
    jan.get("/werk/onzeker");
    jan.post(path(second), Map.of("act", "own"));
    assertThat(workplace.found(second.id()).route().uncertain()).isFalse();
    assertThat(jan.get("/werk/onzeker").body())
        .contains("hoort niet bij vraag " + rent.id(), "oom@example.org", "Neem terug");
    jan.get(path(second));
    jan.post(path(second), Map.of("act", "put-back-own"));
    assertThat(workplace.found(second.id()).suggested()).isEqualTo(rent.id());
    assertThat(jan.get("/werk/onzeker").body()).contains(second.id(), "Teruggenomen");
    jan.post(path(second), Map.of("act", "own"));

    assertThat(jan.get(path(rent)).body()).contains("Haal vraag " + first.id() + " weer los");
    jan.post(path(rent), Map.of("act", "apart", "other", first.id()));
    assertThat(workplace.found(first.id()).open()).isTrue();
    assertThat(workplace.found(rent.id()).messages()).hasSize(1);

    String lesson = Workplace.await(workplace.lessons().latest(1)).get(0).id();
    assertThat(ravi.post("/werk/onzeker/geleerd", Map.of("lesson", lesson)).status())
        .isNotEqualTo(303);
    jan.get("/werk/onzeker");
    jan.post("/werk/onzeker/geleerd", Map.of("lesson", lesson));
    assertThat(jan.get("/werk/onzeker?taal=en").body()).contains("Taken back");
  }

  @Test
  void messagesOfAQuestionGetOneOfTheirOwnAndItsTopicIsCorrected() {
    Case rent = workplace.question("piet@example.org", "Piet", "Huur", "Te hoog.", RENT);
    workplace.question(
        "piet@example.org", "Piet", "Lamp", "De lantaarn.", RENT, Map.of("case", rent.id()));
    String lamp = workplace.found(rent.id()).messages().get(1).receipt();
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    assertThat(samira.get(path(rent)).body()).contains("De lantaarn.");
    assertThat(samira.post(path(rent), Map.of("act", "split")).body())
        .contains("Kies berichten die in deze vraag staan");

    for (int i = 0; i < 100; i++) {
      Workplace.await(workplace.casework.change(rent.id(), new Noting("samira.elamrani", "Zo.")));
    }
    assertThat(samira.get(path(rent)).body())
        .contains("Oudere berichten", path(rent) + "?ouder=0")
        .doesNotContain("De lantaarn.");
    assertThat(samira.get(path(rent) + "?ouder=0").body()).contains("De lantaarn.", lamp);
    samira.post(path(rent) + "?ouder=0", Map.of("act", "split", "message-1", lamp));
    String own = workplace.found(rent.id()).wentTo(lamp).orElseThrow();
    assertThat(samira.get("/werk/vragen/" + own).body())
        .contains("De lantaarn.", "haalde dit uit vraag " + rent.id());
    assertThat(samira.get("/werk/vragen/" + rent.id()).body())
        .contains("naar vraag " + own)
        .doesNotContain("De lantaarn.");

    Case two = workplace.found(own);
    samira.get(path(two));
    assertThat(samira.post(path(two), Map.of("act", "move", "message-1", lamp)).body())
        .contains("moveTo");
    samira.get(path(two));
    Map<String, String> topic =
        Map.of("act", "topic", "topic", "straat-en-groen", "words", "lantaarn");
    assertThat(samira.post(path(two), topic).location()).startsWith("/werk/onzeker");
    assertThat(workplace.found(own).team()).isEqualTo("openbare-ruimte");
    assertThat(Workplace.await(workplace.cases.corrected(5)))
        .extracting(Case::id)
        .isEqualTo(List.of(own));

    Visitor anouk = Visitor.loggedIn(workplace, "anouk.jansen");
    assertThat(anouk.get(path(two)).body()).contains("Zet het onderwerp terug: Huur en onderhoud");
    anouk.post(path(two), Map.of("act", "put-back-topic"));
    assertThat(workplace.found(own).topic()).isEqualTo(RENT);
    assertThat(samira.get("/werk/vragen/" + own).body())
        .contains("Anouk Jansen zette het onderwerp terug zoals het was.");
    assertThat(Workplace.await(workplace.lessons().latest(1)).get(0).revokedBy())
        .isEqualTo("anouk.jansen");
  }
}
