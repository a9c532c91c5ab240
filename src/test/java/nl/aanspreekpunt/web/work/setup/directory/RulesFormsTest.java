package nl.aanspreekpunt.web.work.setup.directory;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Rewaking;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.FileChange;
import nl.aanspreekpunt.official.Matter;
import nl.aanspreekpunt.official.Principle;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.promise.Rung;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An administrator changes norms, ladders, duties, the calendar and principles in forms. */
class RulesFormsTest {
  private static final String NORMS = Paths.TOP + "/norm/default";
  private static final String RULES = Paths.TOP + "/normregels";
  private static final String LADDER = Paths.TOP + "/ladder/_alle";
  private static final String WONEN = Paths.TOP + "/ladder/wonen";
  private static final String INTAKE = Paths.TOP + "/intakedienst";
  private static final String ON_CALL = Paths.TOP + "/oproepdienst";
  private static final String CALENDAR = Paths.TOP + "/kalender";
  private static final String WATER = Paths.TOP + "/uitgangspunt/water-en-energie";
  private static final String AGREEMENTS = Paths.TOP + "/afspraken";

  private final Workplace workplace = new Workplace();
  private final Visitor thomas = Visitor.loggedIn(workplace, "thomas.bakker");

  @AfterEach
  void close() {
    workplace.close();
  }

  private Directory directory() {
    return workplace.directories.current();
  }

  private Map<String, String> form(String path) {
    return Shown.form(thomas.get(path), path);
  }

  private Map<String, String> acted(String path, Map<String, String> form, String act) {
    form.put("do", act);
    Visitor.Answer answer = thomas.post(path, form);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return Shown.form(answer, path);
  }

  private Visitor.Answer see(String path, Map<String, String> form) {
    form.put("do", "see");
    return thomas.post(path, form);
  }

  private void apply(String path, Map<String, String> form) {
    Visitor.Answer seen = see(path, form);
    assertThat(seen.status()).as(seen.body()).isEqualTo(200);
    Map<String, String> carried = Shown.form(seen, path);
    carried.put("do", "apply");
    Visitor.Answer done = thomas.post(path, carried);
    assertThat(done.status()).as(done.body()).isEqualTo(303);
  }

  private Instant due(PromiseKind kind, String topic, String team) {
    return directory()
        .clock(team)
        .after(workplace.clock.instant(), directory().norm(kind, Matter.about(topic, team)));
  }

  @Test
  void everyRuleHasAPageForAdministratorsAlone() {
    Visitor jan = Visitor.loggedIn(workplace, "jan.devries");
    for (String path :
        List.of(NORMS, RULES, LADDER, WONEN, INTAKE, ON_CALL, CALENDAR, WATER, AGREEMENTS)) {
      for (String language : List.of("en", "nl")) {
        Visitor.Answer answer = thomas.get(path + "?taal=" + language);
        assertThat(answer.status()).as(path).isEqualTo(200);
      }
      assertThat(jan.get(path).status()).as(path).isEqualTo(403);
      assertThat(see(path, form(path)).body()).as(path).contains("Er verandert niets.");
    }
    assertThat(thomas.get("/werk/normen").body()).contains(Paths.TOP + "/normen");
    assertThat(jan.get("/werk/normen").body()).doesNotContain(Paths.TOP);
    assertThat(thomas.get(Paths.TOP + "/norm/niets").status()).isEqualTo(404);
  }

  @Test
  void aNormInWordsIsShownWithAnExampleAndWhatWasPromisedStays() {
    Case before = workplace.question("ina@elders.example", "Ina", "Container", "Vol.", "afval");
    Promise promised = workplace.found(before.id()).promises().get(0);
    Map<String, String> form = form(NORMS);
    assertThat(form).containsEntry("answer", "2 werkdagen");
    form.put("answer", "4  Weken");
    Visitor.Answer seen = see(NORMS, form);
    assertThat(seen.body())
        .contains(
            "Norm voor ‘Alle onderwerpen’, Antwoord op een vraag: was ‘2 werkdagen’, wordt ‘4 weken op de kalender’")
        .contains("Een vraag die nu binnenkomt, is beantwoord vóór", "(4 weken op de kalender)")
        .contains("Wat al is beloofd, houdt zijn moment.")
        .doesNotContain("Wie nu vraagt om te bellen");
    apply(NORMS, form);
    assertThat(directory().norm(PromiseKind.ANSWER, Matter.about("afval", "openbare-ruimte")))
        .hasToString("P4W");
    workplace.tick();
    Promise still = workplace.found(before.id()).promises().get(0);
    assertThat(still.due()).isEqualTo(promised.due());
    Case after = workplace.question("joep@elders.example", "Joep", "Zak", "Kapot.", "afval");
    assertThat(workplace.found(after.id()).promises().get(0).due())
        .isEqualTo(due(PromiseKind.ANSWER, "afval", "openbare-ruimte"))
        .isAfter(promised.due());
  }

  @Test
  void aTermThatIsNoneStandsAtItsFieldAndWhatWasTypedStays() {
    Map<String, String> form = form(NORMS);
    form.put("answer", "2 dagen");
    form.put("callback", "1 dag op de kalender");
    Visitor.Answer refused = see(NORMS, form);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("id=\"answer-error\">‘2 dagen’ is geen termijn.");
    assertThat(Shown.form(refused, NORMS))
        .containsEntry("answer", "2 dagen")
        .containsEntry("callback", "1 dag op de kalender");
  }

  @Test
  void ofTwoWhoChangeTheSameNormTheSecondIsTold() {
    Map<String, String> first = form(NORMS);
    Map<String, String> second = form(NORMS);
    first.put("answer", "3 werkdagen");
    second.put("answer", "4 werkdagen");
    apply(NORMS, first);
    Visitor.Answer told = see(NORMS, second);
    assertThat(told.status()).isEqualTo(422);
    assertThat(told.body()).contains("id=\"answer-error\">", "Nu staat er: ‘3 werkdagen’.");
  }

  @Test
  void ofTwoWhoApplyAtTheSameMomentOneIsTold() {
    Visitor second = Visitor.loggedIn(workplace, "thomas.bakker");
    Map<String, String> one = form(LADDER);
    Map<String, String> other = Shown.form(second.get(LADDER), LADDER);
    one.put("steps.0.at", "50%");
    other.put("steps.0.at", "60%");
    one.put("do", "apply");
    other.put("do", "apply");
    CompletableFuture<Visitor.Answer> theirs =
        CompletableFuture.supplyAsync(() -> second.post(LADDER, other));
    Visitor.Answer mine = thomas.post(LADDER, one);
    assertThat(List.of(mine.status(), theirs.join().status())).containsExactlyInAnyOrder(303, 422);
    assertThat(directory().ladder("wonen").rungs().get(0).when())
        .isEqualTo(new Rung.When.Share(mine.status() == 303 ? 50 : 60));
  }

  @Test
  void whatIsPromisedStaysWhateverRuleIsChanged() {
    Case one =
        workplace.question("ina@elders.example", "Ina", "Huur", "Hoog.", "huur-en-onderhoud");
    Instant promised = workplace.found(one.id()).promises().get(0).due();
    Map<String, String> form = form(CALENDAR);
    form.put("hours", "ma-vr 12:00-13:00");
    form.put("closed", "25 november 2026\n26 november 2026");
    apply(CALENDAR, form);
    form = acted(LADDER, form(LADDER), "rows:steps:out:0");
    apply(LADDER, form);
    form = acted(RULES, form(RULES), "rows:rules:add:2");
    form.put("rules.2.answer", "1 uur");
    apply(RULES, form);
    form = form(Paths.TOP + "/norm/huur-en-onderhoud");
    form.put("answer", "9 weken");
    apply(Paths.TOP + "/norm/huur-en-onderhoud", form);
    workplace.tick();
    workplace.clock.forward(Duration.ofHours(20));
    workplace.tick();
    assertThat(workplace.found(one.id()).promises().get(0).due()).isEqualTo(promised);
  }

  /** As the form says: never early, and once. */
  @Test
  void aStepThatIsPutLaterIsTakenThenAndOnce() {
    Case one =
        workplace.question("ina@elders.example", "Ina", "Huur", "Hoog.", "huur-en-onderhoud");
    Promise promise = workplace.found(one.id()).promises().get(0);
    Map<String, String> form = form(LADDER);
    form.put("steps.0.at", "90%");
    apply(LADDER, form);
    Instant before = directory().clock("wonen").share(promise.madeAt(), promise.due(), 80);
    workplace.clock.forward(Duration.between(workplace.clock.instant(), before));
    workplace.tick();
    assertThat(workplace.found(one.id()).promises().get(0).steps()).isEmpty();
    Instant after = directory().clock("wonen").share(promise.madeAt(), promise.due(), 92);
    workplace.clock.forward(Duration.between(workplace.clock.instant(), after));
    workplace.tick();
    workplace.tick();
    assertThat(workplace.found(one.id()).promises().get(0).steps()).hasSize(1);
  }

  @Test
  void theDeputyStillActsWhenTheReminderThatWasSentIsTakenOut() {
    Case one =
        workplace.question("ina@elders.example", "Ina", "Huur", "Hoog.", "huur-en-onderhoud");
    Promise promise = workplace.found(one.id()).promises().get(0);
    forwardTo(directory().clock("wonen").share(promise.madeAt(), promise.due(), 80));
    assertThat(workplace.found(one.id()).promises().get(0).steps())
        .extracting(Promise.Step::does)
        .containsExactly("REMIND");
    String file = await(workplace.directories.applied()).yaml();
    String without = file.replaceFirst("(?m)^ *- .*does: remind.*\n", "");
    assertThat(without).isNotEqualTo(file);
    FileChange change = new FileChange.Whole(without);
    await(workplace.directories.apply(change, "thomas.bakker", workplace.clock.instant()));
    forwardTo(promise.due());
    assertThat(workplace.found(one.id()).promises().get(0).steps())
        .extracting(Promise.Step::does)
        .containsExactly("REMIND", "ACT");
  }

  @Test
  void aStepThatIsPutEarlierComesThenAlsoForWhatIsOpen() {
    List<Case> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      all.add(
          workplace.question("u" + i + "@elders.example", "Ina", "Huur", "Hoog.", "woning-zoeken"));
    }
    Promise promise = workplace.found(all.get(0).id()).promises().get(0);
    workplace.tick();
    Map<String, String> form = form(LADDER);
    form.put("steps.0.at", "20%");
    apply(LADDER, form);
    workplace.tick();
    workplace.tick();
    Instant early = directory().clock("wonen").share(promise.madeAt(), promise.due(), 25);
    forwardTo(early);
    for (Case one : all) {
      assertThat(workplace.found(one.id()).promises().get(0).steps()).hasSize(1);
    }
    form = form(CALENDAR);
    form.put("hours", "ma-vr 12:00-13:00");
    apply(CALENDAR, form);
    Rewaking otherNode =
        new Rewaking(workplace.cases, workplace.casework, workplace.directories, workplace.clock);
    for (int i = 0; i < 3; i++) {
      await(Future.all(otherNode.tick(), otherNode.tick()));
    }
    assertThat(await(otherNode.tick())).as("all was looked at").isZero();
    workplace.tick();
    for (Case one : all) {
      assertThat(workplace.found(one.id()).wakeAt()).isEqualTo(promise.due());
    }
  }

  private void forwardTo(Instant moment) {
    workplace.clock.forward(Duration.between(workplace.clock.instant(), moment));
    workplace.tick();
  }

  @Test
  void whatNobodyWouldSendDoesNoHarm() {
    Map<String, String> form = form(LADDER);
    for (String act :
        List.of(
            "rows:steps:out:999", "rows:steps:up:0", "rows:niets:add:0", "rows:steps:start:0")) {
      Map<String, String> strange = new TreeMap<>(form);
      acted(LADDER, strange, act);
    }
    for (String was : List.of("5", "{\"a\":1}", "[1,[2],{\"at\":{}}]", "[", "\"x\"")) {
      Map<String, String> strange = new TreeMap<>(form);
      strange.put("was.steps", was);
      strange.put("steps.0.at", "50%");
      strange.put("steps.0.row", "-1");
      strange.put("steps.1.row", "99999");
      assertThat(see(LADDER, strange).status()).as(was).isEqualTo(422);
    }
    assertThat(thomas.get(Paths.TOP + "/versies/2").status()).isEqualTo(404);
  }

  @Test
  void aTopicHasNormsOfItsOwnUntilTheyAreTakenOut() {
    String path = Paths.TOP + "/norm/parkeren";
    Map<String, String> form = form(path);
    form.put("answer", "1 uur");
    apply(path, form);
    Matter parking = Matter.about("parkeren", "openbare-ruimte");
    assertThat(directory().norm(PromiseKind.ANSWER, parking)).hasToString("PT1H");
    assertThat(thomas.get(NORMS).body()).contains("Wat een onderwerp zelf zegt, gaat voor:");
    form = form(path);
    form.put("answer", "");
    apply(path, form);
    assertThat(directory().norm(PromiseKind.ANSWER, parking)).hasToString("P2D");
    assertThat(thomas.get(Paths.TOP + "/bestand").body()).doesNotContain("parkeren: {");
  }

  @Test
  void rulesForNormsAreAddedAndPutInOrder() {
    Map<String, String> form = form(RULES);
    assertThat(form)
        .containsEntry("rules.0.class", "complaint")
        .containsEntry("rules.0.extension-by", "4 weken op de kalender")
        .containsEntry("rules.0.extension-times", "1");
    form = acted(RULES, form, "rows:rules:add:2");
    form.put("rules.2.class", "complaint");
    form.put("rules.2.team", "wonen");
    form.put("rules.2.decision", "2 weken");
    form = acted(RULES, form, "rows:rules:up:2");
    form = acted(RULES, form, "rows:rules:up:1");
    assertThat(form).containsEntry("rules.0.team", "wonen").containsEntry("rules.0.row", "");
    assertThat(see(RULES, form).body())
        .contains("Op een klacht is besloten vóór")
        .contains("Regels voor normen, Regel 1, Team: nieuw, ‘Wonen’")
        .contains(
            "Regels voor normen, Regel 1, Besluit: was ‘6 weken op de kalender’, wordt ‘2 weken");
    apply(RULES, form);
    Matter complaint = new Matter(null, "wonen", null, LegalClass.COMPLAINT);
    assertThat(directory().norm(PromiseKind.DECISION, complaint)).hasToString("P2W");
    form = acted(RULES, form(RULES), "rows:rules:out:0");
    apply(RULES, form);
    assertThat(directory().norm(PromiseKind.DECISION, complaint)).hasToString("P6W");
    form = acted(RULES, form(RULES), "rows:rules:add:2");
    form.put("rules.2.extension-by", "2 werkdagen");
    form.put("rules.2.extension-times", "veel");
    assertThat(see(RULES, form).body())
        .contains("id=\"rules.2.extension-by-error\">Schrijf weken of dagen op de kalender")
        .contains("id=\"rules.2.extension-times-error\">Vul een heel getal in: 1–9.");
  }

  @Test
  void aLadderIsChangedStepByStepAndItsClimbIsToldInMoments() {
    assertThat(thomas.get(LADDER).body())
        .contains("Als niemand iets doet: Wonen", "de coördinator (Jan de Vries)");
    Map<String, String> form = form(LADDER);
    assertThat(form)
        .containsEntry("steps.0.at", "75% van de tijd")
        .containsEntry("steps.2.at", "na 4 uur openingstijd");
    form = acted(LADDER, form, "rows:steps:add:5");
    form.put("steps.5.at", "om 9:00");
    form.put("steps.5.to", "manager");
    form.put("steps.5.does", "tell");
    form = acted(LADDER, form, "rows:steps:out:4");
    assertThat(form).containsEntry("steps.4.at", "om 9:00").doesNotContainKey("steps.5.at");
    assertThat(see(LADDER, form).body())
        .contains("09:00 uur: de manager (Pieter Hoekstra)")
        .contains("Ladder ‘Alle teams’, Stap 5, Wanneer: was ‘na 1 werkdag’, wordt ‘om 09:00’");
    apply(LADDER, form);
    assertThat(directory().ladder("wonen").rungs().get(4).when())
        .isEqualTo(new Rung.When.Clock(LocalTime.of(9, 0)));
    assertThat(thomas.get(Paths.TOP + "/bestand").body())
        .contains("- { at: \"75%\", to: official, does: remind }")
        .contains("does: take-over }");
  }

  @Test
  void eachMistakeInALadderStandsAtItsStep() {
    Map<String, String> form = form(LADDER);
    form = acted(LADDER, form, "rows:steps:down:1");
    Visitor.Answer refused = see(LADDER, form);
    assertThat(refused.body())
        .contains("id=\"steps.2.at-error\">Een deel van de tijd kan niet na een stap met uren");
    assertThat(refused.status()).isEqualTo(422);
    form.put("steps.2.at", "ooit");
    assertThat(see(LADDER, form).body()).contains("id=\"steps.2.at-error\">Schrijf wanneer");
    form.put("steps.2.at", "na 0 uur");
    form.put("steps.0.to", "citizen");
    assertThat(see(LADDER, form).body())
        .contains("id=\"steps.0.does-error\">Een inwoner kan alleen horen");
    form.put("steps.0.to", "");
    assertThat(see(LADDER, form).body()).contains("id=\"steps.0.to-error\">Vul dit in.");
    form.put("steps.0.to", "official");
    form.put("steps.4.at", "na 0 uur");
    assertThat(see(LADDER, form).body()).contains("id=\"steps.4.at-error\">De laatste stap");
    thomas.get("/werk?taal=en");
    assertThat(see(LADDER, form).body()).contains("id=\"steps.4.at-error\">The last step repeats");
  }

  @Test
  void aTeamStartsFromTheLadderOfAllAndGoesBackToIt() {
    Map<String, String> form = form(WONEN);
    assertThat(form).doesNotContainKey("steps.0.at");
    form = acted(WONEN, form, "rows:steps:start:0");
    form = acted(WONEN, form, "rows:steps:out:1");
    apply(WONEN, form);
    assertThat(directory().ladder("wonen").rungs()).hasSize(4);
    assertThat(directory().ladder("publiekszaken").rungs()).hasSize(5);
    form = form(WONEN);
    form.put("steps.0.at", "100%");
    form.put("steps.1.at", "50%");
    assertThat(see(WONEN, form).body())
        .contains("id=\"steps.1.at-error\">Deze stap komt eerder dan de stap ervoor.");
    form = form(WONEN);
    for (int i = 0; i < 4; i++) {
      form = acted(WONEN, form, "rows:steps:out:0");
    }
    apply(WONEN, form);
    assertThat(directory().ladder("wonen").rungs()).hasSize(5);
  }

  @Test
  void ofTwoWhoChangeTheLadderTheSecondReadsItInWordsAndChoosesAgain() {
    Map<String, String> first = form(LADDER);
    Map<String, String> second = form(LADDER);
    first.put("steps.0.at", "50%");
    second = acted(LADDER, second, "rows:steps:out:2");
    apply(LADDER, first);
    Visitor.Answer told = see(LADDER, second);
    assertThat(told.status()).isEqualTo(422);
    assertThat(told.body())
        .contains("Een collega heeft dit intussen gewijzigd.")
        .contains("50% van de tijd – wie het beloofde – krijgt een herinnering; ");
    apply(LADDER, Shown.form(told, LADDER));
    assertThat(directory().ladder("wonen").rungs()).hasSize(4);
    assertThat(directory().ladder("wonen").rungs().get(0).when())
        .isEqualTo(new Rung.When.Share(75));
  }

  @Test
  void aDayWithoutSomebodyIsRefusedAtTheDutiesAndWhoIsAwaySoonIsPointedAt() {
    Instant now = workplace.clock.instant();
    await(
        workplace.directories.absent(
            new Absence(
                "meilin.chen", now.plus(Duration.ofDays(9)), null, null, "", "meilin.chen")));
    assertThat(thomas.get(INTAKE).body())
        .contains("<th class=\"utrecht-table__header-cell\" scope=\"row\">woensdag</th>")
        .contains("Mei-Lin Chen, Thomas Bakker</td>")
        .contains("Mei-Lin Chen is er niet vanaf 3 december 2026");
    Map<String, String> form = form(INTAKE);
    assertThat(form).containsEntry("duties.0.days.4", "4").doesNotContainKey("duties.0.days.5");
    form.remove("duties.0.days.1");
    form.remove("duties.0.days.2");
    Visitor.Answer refused = see(INTAKE, form);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("id=\"duties-error\">Op deze dagen is er niemand: maandag, dinsdag.");
    form.put("duties.2.days.1", "1");
    form.put("duties.2.days.2", "2");
    assertThat(see(INTAKE, form).body())
        .contains("Dienst 1, Dagen: was ‘maandag, dinsdag, woensdag, donderdag’");
    apply(INTAKE, form);
    assertThat(thomas.get(Paths.TOP + "/bestand").body())
        .contains("official: meilin.chen, days: \"wed-thu\"", "mon-tue, fri");
    form = form(INTAKE);
    for (int day = 1; day < 8; day++) {
      form.remove("duties.1.days." + day);
    }
    assertThat(see(INTAKE, form).body())
        .contains("id=\"duties.1.days\"", "Kies ten minste één dag.");
  }

  @Test
  void whoIsOnCallHasEachDayAndANumber() {
    Map<String, String> form = acted(ON_CALL, form(ON_CALL), "rows:on-call:add:0");
    assertThat(see(ON_CALL, form).body()).contains("id=\"on-call.0.official-error\">Vul dit in.");
    form.put("on-call.0.official", "jan.devries");
    form.put("on-call.0.phone", "geen");
    form.put("on-call.0.days.1", "1");
    assertThat(see(ON_CALL, form).body())
        .contains("id=\"on-call.0.phone-error\">‘geen’ is geen telefoonnummer.");
    form.put("on-call.0.phone", "06 5550 0199");
    for (int day = 2; day < 8; day++) {
      form.put("on-call.0.days." + day, "" + day);
    }
    apply(ON_CALL, form);
    assertThat(thomas.get(ON_CALL).body()).contains("zondag", "Jan de Vries");
    assertThat(form(WATER)).containsEntry("on-call.0.official", "samira.elamrani");
  }

  @Test
  void daysOffAreWrittenInWordsAndTheComingYearIsShown() {
    Map<String, String> form = form(CALENDAR);
    assertThat(form)
        .containsEntry("hours", "ma-vr 08:30-17:00")
        .containsEntry("liberation-day", "false");
    form.put("closed", "24 december 2026\n31 December");
    form.put("good-friday", "true");
    form.put("liberation-day", "true");
    Visitor.Answer seen = see(CALENDAR, form);
    assertThat(seen.body())
        .contains("donderdag 24 december 2026", "vrijdag 26 maart 2027", "woensdag 5 mei 2027")
        .contains("Deze teams hebben eigen openingstijden", "Publiekszaken");
    apply(CALENDAR, form);
    assertThat(directory().closed(LocalDate.of(2026, 12, 24))).isTrue();
    assertThat(directory().closed(LocalDate.of(2029, 12, 31))).isTrue();
    assertThat(form(CALENDAR)).containsEntry("closed", "24 december 2026\n31 december");
    form = form(CALENDAR);
    form.put("closed", "31 juni\n24 december 2026");
    assertThat(see(CALENDAR, form).body()).contains("id=\"closed-error\">‘31 juni’ is geen dag.");
    form.put("closed", "5-4");
    assertThat(see(CALENDAR, form).body())
        .contains("id=\"closed-error\">Schrijf de maand in letters");
    form = form(CALENDAR);
    form.put("hours", "ma-za 08:30-17:00");
    assertThat(see(CALENDAR, form).body()).contains("Op deze dagen is er niemand: zaterdag.");
    form.put("hours", "ma-vr 09:00-17:00");
    assertThat(see(CALENDAR, form).body())
        .contains("Openingstijden van de gemeente, ma-vr: was ‘08:30-17:00’, wordt ‘09:00-17:00’");
  }

  @Test
  void aPrincipleIsChangedAddedAndTakenOut() {
    Map<String, String> form = form(WATER);
    assertThat(form)
        .containsEntry("words-nl", "Geen gezin zonder kraanwater.")
        .containsEntry("urgency", "4 uur")
        .containsEntry("told-within", "15 minuten")
        .containsEntry("who.anybody", "anybody");
    form.put("up-to", "750");
    form.put("urgency", "90 minuten");
    form.remove("who.anybody");
    form.put("who.wonen", "wonen");
    apply(WATER, form);
    Principle water = directory().topic("water-en-energie").orElseThrow().principle();
    assertThat(water.may().upTo()).isEqualTo(750);
    assertThat(water.may().who()).containsExactly("wonen");
    assertThat(water.urgency()).hasToString("PT1H30M");

    String path = Paths.TOP + "/uitgangspunt/afval";
    form = form(path);
    form.put("words-nl", "Geen straat vol afval.");
    Visitor.Answer refused = see(path, form);
    assertThat(refused.body())
        .contains("id=\"urgency-error\">Vul dit in.", "id=\"mandate-nl-error\">Vul dit in.")
        .contains("id=\"meanwhile-nl-error\">Vul dit in.");
    form.put("urgency", "6 weken");
    form.put("mandate-nl", "U mag een wagen sturen.");
    form.put("meanwhile-nl", "Zet de zak binnen.");
    assertThat(see(path, form).body()).contains("id=\"urgency-error\">Schrijf uren of minuten");
    form.put("urgency", "6 uur");
    apply(path, form);
    assertThat(directory().topic("afval").orElseThrow().principle().words().nl())
        .isEqualTo("Geen straat vol afval.");
    form = form(path);
    for (String field : List.of("words-nl", "urgency", "mandate-nl", "meanwhile-nl")) {
      form.put(field, "");
    }
    apply(path, form);
    assertThat(directory().topic("afval").orElseThrow().principle()).isNull();
  }

  @Test
  void otherAgreementsAreChangedAndPutBack() {
    Map<String, String> form = form(AGREEMENTS);
    form.put("offer", "4 uur");
    form.put("officials-met", "0");
    assertThat(see(AGREEMENTS, form).body())
        .contains("id=\"officials-met-error\">Vul een heel getal in: 1–100.");
    form.put("officials-met", "5");
    form.put("silence-agrees", "true");
    apply(AGREEMENTS, form);
    assertThat(thomas.get(Paths.TOP + "/bestand").body())
        .contains("offer: PT4H", "officials-met: 5");
    String back = Paths.TOP + "/versies/1";
    Map<String, String> seen = Shown.form(thomas.get(back), back);
    seen.put("do", "apply");
    assertThat(thomas.post(back, seen).status()).isEqualTo(303);
    assertThat(thomas.get(Paths.TOP + "/bestand").body()).doesNotContain("offer: PT4H");
  }
}
