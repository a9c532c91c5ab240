package nl.aanspreekpunt.web.work;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What one answer promises to several, and how it stands on Today until it goes. */
class BulkPromisesTest {
  private static final String ANSWER = "/werk/samen/antwoord";
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
  private static Workplace workplace;
  private static int asked;
  private final Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");

  @BeforeAll
  static void open() {
    workplace = new Workplace();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  private static Case mine(Map<String, String> more) {
    int n = asked++;
    return workplace.question(
        "p" + n + "@elders.example", "P" + n, "Vraag " + n, "Nat", "huur-en-onderhoud", more);
  }

  private String shown(List<Case> all, String text) {
    samira.get(ANSWER);
    String cases = String.join(" ", all.stream().map(Case::id).toList());
    Visitor.Answer answer = samira.post(ANSWER, Map.of("cases", cases, "text", text));
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    return answer.location();
  }

  private void begin(String shown, Map<String, String> more) {
    Matcher seen = SEEN.matcher(samira.get(shown).body());
    assertThat(seen.find()).isTrue();
    Map<String, String> form = new TreeMap<>(more);
    form.put("seen", seen.group(1));
    assertThat(samira.post(shown + "/begin", form).location()).isEqualTo(shown);
  }

  @Test
  void whatIsPromisedIsShownOnceForAllAndWhoCannotBeCalledStaysBehind() {
    List<Case> all = List.of(mine(Map.of()), mine(Map.of()));
    String shown = shown(all, "U hoort volgende week dinsdag van ons.");
    assertThat(samira.get(shown).body())
        .contains("Dit belooft u in uw antwoord", "(vragen: 2)", "name=\"promised\"")
        .containsOnlyOnce("Uw woorden: ");
    begin(shown, Map.of("promised", "ja"));
    workplace.tick();
    workplace.clock.forward(Duration.ofMinutes(2));
    workplace.tick();
    for (Case one : all) {
      Promise made =
          workplace.found(one.id()).openPromises().stream()
              .filter(Promise::dated)
              .findFirst()
              .orElseThrow();
      assertThat(made.kind()).isEqualTo(PromiseKind.ANSWER);
      assertThat(made.unconfirmed()).isFalse();
    }
    String calls = shown(List.of(mine(Map.of())), "Wij bellen u volgende week dinsdag.");
    assertThat(samira.get(calls).body())
        .contains("U belooft te bellen, en er is geen nummer bekend")
        .doesNotContain("name=\"promised\"");
  }

  @Test
  void theLetterThatIsShownSaysWhatIsPromised() {
    Case one = mine(Map.of());
    String shown = shown(List.of(one), "U hoort volgende week dinsdag van ons.");
    assertThat(samira.get(shown + "/brief/" + one.id()).body())
        .contains("U hoort volgende week dinsdag van ons.", "U krijgt antwoord van mij vóór ");
  }

  @Test
  void anExplanationThatIsFilledInForNobodyIsNotSentToAnybody() {
    String close = "/werk/samen/afsluiten";
    samira.get(close);
    Visitor.Answer answer =
        samira.post(
            close,
            Map.of(
                "cases", mine(Map.of()).id(), "outcome", "ANSWERED", "explanation", "Dag {naam}."));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("explanation-error", "Dag {naam}.");
  }

  @Test
  void howEasilyItReadsIsSaidBeforeItGoes() {
    String shown =
        shown(
            List.of(mine(Map.of())),
            "Met betrekking tot uw verzoek wordt door ons het onderhoud uitgevoerd. De aannemer"
                + " komt kijken wat er precies aan de hand is in uw woning en wat er nodig is.");
    assertThat(samira.get(shown).body())
        .contains("Hoe makkelijk leest dit?", "Leesbaarheid: ")
        .doesNotContain("name=\"take\"");
  }

  @Test
  void anAnswerForSeveralIsOneRowOnTodayUntilItGoes() {
    List<Case> all = IntStream.range(0, 12).mapToObj(i -> mine(Map.of())).toList();
    String shown = shown(all, "De boom is weg.");
    begin(shown, Map.of());
    workplace.tick();
    assertThat(workplace.found(all.get(11).id()).care().plans().waiting()).hasSize(1);
    String today = samira.get("/werk").body();
    assertThat(today).containsOnlyOnce("Eén antwoord voor meer vragen").contains(shown);
    assertThat(today.split("id=\"straks-", -1)).hasSize(2);
    await(
        workplace.casework.change(
            all.get(3).id(), new Reassigning("jan.devries", "hub", "handover", "")));
    assertThat(samira.get("/werk").body()).contains("straks-" + all.get(3).id());
    samira.post(shown + "/terug", Map.of());
  }
}
