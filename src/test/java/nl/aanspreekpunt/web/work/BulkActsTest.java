package nl.aanspreekpunt.web.work;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.CaseNumbers;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.casework.standard.Keeper;
import nl.aanspreekpunt.casework.standard.StandardText;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same in several questions, over plain HTTP and without script. */
class BulkActsTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final String ANSWER = "/werk/samen/antwoord";
  private static final String CLOSE = "/werk/samen/afsluiten";
  private static final String NOTE = "/werk/samen/notitie";
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
  private static Workplace workplace;
  private static int asked;
  private final Visitor samira = Visitor.loggedIn(workplace, SAMIRA);

  @BeforeAll
  static void open() {
    workplace = new Workplace();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  private static Case ask(String topic) {
    int n = asked++;
    return workplace.question("c" + n + "@elders.example", "C" + n, "Vraag " + n, "Nat", topic);
  }

  private static Case mine() {
    return ask("huur-en-onderhoud");
  }

  private static String chosen(Case... all) {
    return String.join(" ", List.of(all).stream().map(Case::id).toList());
  }

  private String shown(String path, Map<String, String> form) {
    samira.get(path);
    Visitor.Answer answer = samira.post(path, form);
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    return answer.location();
  }

  private Visitor.Answer begin(String shown) {
    Matcher seen = SEEN.matcher(samira.get(shown).body());
    assertThat(seen.find()).isTrue();
    return samira.post(shown + "/begin", Map.of("seen", seen.group(1)));
  }

  @Test
  void whoStaysBehindIsSaidWithTheReasonAndNothingOfAComplaintAboutTheOfficial() {
    Case mine = mine();
    Case other = ask("straat-en-groen");
    Case phone = workplace.question("0201234567", "Piet", "Belvraag", "Nat", "huur-en-onderhoud");
    Case about =
        workplace.question("k@elders.example", "K", "Klacht", "Klacht over Samira El Amrani", null);
    String shown =
        shown(ANSWER, Map.of("cases", chosen(mine, other, phone, about), "text", "Dag {naam}."));
    String page = samira.get(shown).body();
    assertThat(page)
        .contains("Dit antwoord krijgen: 1. Per e-mail: 1. Per sms: 0.")
        .contains("doet-" + mine.id(), "blijft-" + other.id(), "U mag in deze vraag niets doen")
        .contains("blijft-" + phone.id())
        .doesNotContain(about.id());
    assertThat(samira.get(shown + "/brief/" + mine.id()).body()).contains("Dag C");
    assertThat(samira.get(shown + "/brief/" + other.id()).status()).isEqualTo(404);
  }

  @Test
  void whoIsNotCertainlyWhoTheySayIsAnsweredByNobodyInPassing() {
    Case mine = mine();
    String from = "vreemd@elders.example";
    Case uncertain =
        workplace.mail(
            from,
            "From: "
                + from
                + "\nTo: vraag@voorbeeldstad.example\nSubject: Re: "
                + mine.id()
                + "\nMessage-ID: <vreemd@elders.example>\n\nNog iets.\n");
    assertThat(uncertain.route().uncertain()).isTrue();
    assertThat(uncertain.official()).isEqualTo(SAMIRA);
    String shown = shown(ANSWER, Map.of("cases", uncertain.id(), "text", "De boom is weg."));
    assertThat(samira.get(shown).body()).contains("Het is niet zeker van wie deze vraag is");
  }

  @Test
  void whatIsMissingIsSaidAtItsFieldAndWhatWasTypedStays() {
    Case mine = mine();
    samira.get(ANSWER);
    Visitor.Answer empty = samira.post(ANSWER, Map.of("cases", mine.id(), "text", ""));
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.body()).contains("text-error", mine.id());
    Visitor.Answer none =
        samira.post(
            CLOSE, Map.of("cases", mine.id(), "explanation", "Boom weg", "outcome", "REFUSED"));
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.body()).contains("outcome-error", "Boom weg");
    Visitor.Answer long_ =
        samira.post(NOTE, Map.of("cases", mine.id(), "text", "x".repeat(10_001)));
    assertThat(long_.status()).isEqualTo(422);
    assertThat(samira.post(NOTE, Map.of("cases", "", "text", "x")).body())
        .contains("U koos nog geen vragen");
  }

  @Test
  void tooManyIsSaidAndNoneIsLeftOutWithoutAWord() {
    List<String> all =
        IntStream.range(0, 101)
            .mapToObj("%08d"::formatted)
            .flatMap(
                number ->
                    "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
                        .chars()
                        .mapToObj(check -> number + (char) check)
                        .flatMap(one -> CaseNumbers.parse(one).stream()))
            .toList();
    assertThat(all).hasSize(101);
    samira.get(NOTE);
    Visitor.Answer answer =
        samira.post(NOTE, Map.of("cases", String.join(" ", all), "text", "Gaat over de boom"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(samira.get(NOTE + "?case=" + String.join("&case=", all)).body())
        .contains("Het kan met 100 vragen tegelijk");
  }

  @Test
  void whatWasNotShownIsNotDone() {
    Case one = mine();
    Case two = mine();
    String shown = shown(ANSWER, Map.of("cases", chosen(one, two), "text", "De boom is weg."));
    assertThat(samira.post(shown + "/begin", Map.of("seen", "forged")).status()).isEqualTo(422);
    Matcher seen = SEEN.matcher(samira.get(shown).body());
    assertThat(seen.find()).isTrue();
    await(
        workplace.casework.change(
            two.id(), new Replying(SAMIRA, "Dag", null, two.lastReceived(), Map.of())));
    Visitor.Answer changed = samira.post(shown + "/begin", Map.of("seen", seen.group(1)));
    assertThat(changed.status()).isEqualTo(422);
    assertThat(changed.body()).contains("Er veranderde iets sinds u keek");
    workplace.tick();
    assertThat(workplace.found(one.id()).care().plans().all()).isEmpty();
    assertThat(begin(shown).location()).isEqualTo(shown);
    workplace.tick();
    assertThat(workplace.found(one.id()).care().plans().waiting()).hasSize(1);
  }

  @Test
  void onlyWhoWroteItSeesItConfirmsItAndTakesItBack() {
    Case one = mine();
    String shown = shown(ANSWER, Map.of("cases", one.id(), "text", "De boom is weg."));
    Visitor jan = Visitor.loggedIn(workplace, "jan.devries");
    jan.get("/werk");
    for (String path : List.of("", "/brief/" + one.id())) {
      assertThat(jan.get(shown + path).status()).isEqualTo(404);
    }
    jan.get("/werk");
    for (String path : List.of("/begin", "/terug")) {
      assertThat(jan.post(shown + path, Map.of("seen", "x")).status()).isEqualTo(404);
    }
    String id = shown.substring(shown.lastIndexOf('/') + 1);
    assertThat(jan.get(ANSWER + "?van=" + id).body()).doesNotContain("De boom is weg.");
    assertThat(samira.get(ANSWER + "?van=" + id).body()).contains("De boom is weg.");
  }

  @Test
  void anAnswerKeepsThePromiseGoesAfterAMinuteAndCannotBeTakenBackThen() {
    Case one = mine();
    Case writes = mine();
    String shown =
        shown(ANSWER, Map.of("cases", chosen(one, writes), "text", "Dag {naam}, over {nummer}."));
    begin(shown);
    workplace.tick();
    assertThat(samira.get(shown).body()).contains("Antwoorden die klaarstaan: 2", "/terug");
    assertThat(workplace.found(one.id()).openPromises()).isNotEmpty();
    String from = "c" + (asked - 1) + "@elders.example";
    workplace.mail(
        from,
        "From: "
            + from
            + "\nTo: vraag@voorbeeldstad.example\nSubject: Re: "
            + writes.id()
            + "\nMessage-ID: <nog@elders.example>\n\nNog iets.\n");
    assertThat(workplace.found(writes.id()).messages()).hasSize(2);
    workplace.clock.forward(Duration.ofMinutes(2));
    workplace.tick();
    workplace.tick();
    assertThat(workplace.found(one.id()).openPromises()).isEmpty();
    assertThat(workplace.found(one.id()).happened(CaseEvent.Replied.class)).hasSize(1);
    String page = samira.get(shown).body();
    assertThat(page).contains("Klaar.", "De inwoner schreef opnieuw").doesNotContain("/terug");
    samira.post(shown + "/terug", Map.of());
    assertThat(samira.get(shown).body()).doesNotContain("U haalde dit terug");
  }

  @Test
  void severalAreClosedWithTheSameWordsAndOpenedAgainAsTheyWere() {
    Case one = mine();
    String shown =
        shown(
            CLOSE,
            Map.of("cases", one.id(), "outcome", "ANSWERED", "explanation", "De boom is weg."));
    assertThat(samira.get(shown).body()).contains("Dit wordt afgesloten: 1.", "De boom is weg.");
    begin(shown);
    workplace.tick();
    assertThat(workplace.found(one.id()).open()).isFalse();
    samira.get(shown);
    samira.post(shown + "/terug", Map.of());
    Case again = workplace.found(one.id());
    assertThat(again.open()).isTrue();
    assertThat(again.openPromises().get(0).due()).isEqualTo(one.openPromises().get(0).due());
  }

  @Test
  void aCaseThatMayNotBeClosedStaysBehindAsWhenItIsClosedAlone() {
    Case one = mine();
    String shown = shown(CLOSE, Map.of("cases", one.id(), "outcome", "ANSWERED"));
    assertThat(samira.get(shown).body())
        .contains("blijft-" + one.id(), "Dit kan bij geen van de gekozen vragen")
        .doesNotContain("name=\"seen\"");
    assertThat(samira.post(shown + "/begin", Map.of("seen", "")).status()).isEqualTo(422);
  }

  @Test
  void whereACallIsPromisedItIsAnsweredAndNotClosedWhichIsSaidBefore() {
    Case calls =
        workplace.question(
            "bel@elders.example",
            "Bel",
            "Vraag",
            "Nat",
            "huur-en-onderhoud",
            Map.of("callbackPhone", "+31612345678"));
    String shown =
        shown(ANSWER, Map.of("cases", calls.id(), "text", "De boom is weg.", "closes", "ja"));
    assertThat(samira.get(shown).body()).contains("De vraag blijft open: ");
    begin(shown);
    workplace.tick();
    workplace.clock.forward(Duration.ofMinutes(2));
    workplace.tick();
    workplace.tick();
    assertThat(workplace.found(calls.id()).happened(CaseEvent.Replied.class)).hasSize(1);
    assertThat(workplace.found(calls.id()).open()).isTrue();
    assertThat(samira.get(shown).body()).contains("Beantwoord, niet afgesloten.");
  }

  @Test
  void aNoteStaysAndThePageSaysSo() {
    Case one = mine();
    String shown = shown(NOTE, Map.of("cases", one.id(), "text", "Gaat over de boom"));
    assertThat(samira.get(shown).body()).contains("Een notitie kunt u niet terughalen");
    begin(shown);
    workplace.tick();
    assertThat(samira.get(shown).body()).contains("Klaar.").doesNotContain("/terug\"");
    assertThat(samira.get(NOTE).body()).as("found again").contains(shown);
    assertThat(workplace.found(one.id()).happened(CaseEvent.Noted.class)).hasSize(1);
  }

  @Test
  void severalGetAnotherTopicAndItIsPutBack() {
    Case one = mine();
    String topic = "/werk/samen/onderwerp";
    samira.get(topic);
    assertThat(samira.post(topic, Map.of("cases", one.id())).status()).isEqualTo(422);
    String shown = shown(topic, Map.of("cases", one.id(), "topic", "straat-en-groen"));
    assertThat(samira.get(shown).body()).contains("doet-" + one.id(), "Gaat naar ");
    begin(shown);
    workplace.tick();
    assertThat(workplace.found(one.id()).topic()).isEqualTo("straat-en-groen");
    assertThat(workplace.found(one.id()).official()).isNotEqualTo(SAMIRA);
    samira.get(shown);
    samira.post(shown + "/terug", Map.of());
    Case again = workplace.found(one.id());
    assertThat(again.topic()).isEqualTo("huur-en-onderhoud");
    assertThat(again.official()).isEqualTo(SAMIRA);
    assertThat(again.openPromises().get(0).due()).isEqualTo(one.openPromises().get(0).due());
  }

  @Test
  void moreThanOneNodeTakesAtOnceAreAllDoneAndEachGetsTheTextOfTheirLanguage() {
    Case english =
        workplace.question(
            "e@elders.example",
            "Eve",
            "A tree",
            "It fell",
            "huur-en-onderhoud",
            Map.of("language", "en"));
    List<Case> all = IntStream.range(0, 22).mapToObj(i -> mine()).toList();
    String numbers = english.id() + " " + chosen(all.toArray(Case[]::new));
    assertThat(samira.get(ANSWER + "?case=" + english.id()).body()).contains("id=\"english\"");
    String shown =
        shown(
            ANSWER,
            Map.of("cases", numbers, "text", "Dag {naam}.", "english", "Dear {name}, it is gone."));
    begin(shown);
    workplace.tick();
    for (Case one : all) {
      assertThat(workplace.found(one.id()).care().plans().waiting()).hasSize(1);
    }
    assertThat(workplace.found(english.id()).care().plans().waiting().get(0).text())
        .isEqualTo("Dear Eve, it is gone.");
    assertThat(samira.get(shown).body()).contains("Antwoorden die klaarstaan: 23");
    samira.post(shown + "/terug", Map.of());
    assertThat(samira.get(shown).body()).contains("U haalde dit terug", "Klaar.");
    assertThat(workplace.found(all.get(21).id()).care().plans().all()).isEmpty();
  }

  @Test
  void aStandardTextIsPutBehindWhatWasTyped() {
    StandardText text =
        StandardText.made(
            "boom",
            Keeper.own(SAMIRA),
            new StandardText.Version(
                "Boom", "De boom is weg.", "The tree is gone.", workplace.clock.instant(), SAMIRA));
    await(workplace.standardTexts().add(text));
    Case one = mine();
    samira.get(ANSWER);
    Visitor.Answer put =
        samira.post(
            ANSWER, Map.of("cases", one.id(), "text", "Dag.", "standard", "boom", "put", "ja"));
    assertThat(put.status()).isEqualTo(200);
    assertThat(put.body()).contains("Dag.\n\nDe boom is weg.");
  }

  @Test
  void listsOfATeamAndSearchHaveTheBar() {
    mine();
    workplace.index();
    Visitor jan = Visitor.loggedIn(workplace, "jan.devries");
    assertThat(jan.get("/werk/team/lijst/open").body()).contains("id=\"samen\"", "form=\"samen\"");
    assertThat(samira.get("/werk/zoeken?q=Vraag").body())
        .contains("id=\"samen\"", "form=\"samen\"");
    assertThat(samira.get("/werk").body()).contains("id=\"samen\"");
  }
}
