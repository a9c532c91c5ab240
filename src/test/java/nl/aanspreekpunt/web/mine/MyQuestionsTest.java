package nl.aanspreekpunt.web.mine;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.Timely;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.routing.ChangedHands;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who has shown an address sees the questions of that address, and nobody else does. */
class MyQuestionsTest {
  private static Workplace workplace;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  private static Case asked(String from, String subject) {
    return workplace.question(from, "Ans", subject, "Tekst van " + subject, "parkeren");
  }

  @Test
  void aCodeOpensEveryQuestionOfTheAddressAndNoneOfAnother() {
    Case first = asked("mijn@elders.example", "Mijn vergunning");
    Case second = asked("mijn@elders.example", "Mijn container");
    Case other = asked("ander@elders.example", "Iets van een ander");

    Visitor somebody = Codes.in(workplace, "mijn@elders.example");
    String list = somebody.get("/mijn-vragen").body();
    assertThat(list)
        .contains("Mijn vergunning", "Mijn container", "/mijn/" + first.id())
        .doesNotContain("Iets van een ander");
    assertThat(somebody.get("/mijn/" + second.id()).body()).contains("Tekst van Mijn container");
    assertThat(somebody.get("/mijn/" + other.id()).status()).isEqualTo(404);
    assertThat(somebody.get("/mijn/000000000").status()).isEqualTo(404);
  }

  @Test
  void whatWentToAnotherAddressInTheSameQuestionIsNotShown() {
    Case one = asked("eerste@elders.example", "Samen");
    Address second = new Address(Address.Kind.EMAIL, "tweede@elders.example");
    await(
        workplace.casework.change(
            one.id(),
            new nl.aanspreekpunt.casework.details.ChangingContact("1", one.citizen(), second)));
    await(workplace.identities.known(second, one.citizen(), "nl"));
    Case now = workplace.found(one.id());
    await(
        workplace.casework.change(
            one.id(),
            new Replying(now.official(), "Alleen voor twee.", "2", now.lastReceived(), Map.of())));

    Visitor first = Codes.in(workplace, "eerste@elders.example");
    assertThat(first.get("/mijn/" + one.id()).body())
        .contains("Tekst van Samen")
        .doesNotContain("Alleen voor twee.");
    Visitor other = Codes.in(workplace, "tweede@elders.example");
    assertThat(other.get("/mijn/" + one.id()).body())
        .contains("Alleen voor twee.")
        .doesNotContain("Tekst van Samen");
  }

  @Test
  void anUnknownAddressIsAnsweredAsAKnownOneIsAndGetsNothing() {
    asked("bekend@elders.example", "Bekend");
    Visitor known = new Visitor(workplace);
    Visitor unknown = new Visitor(workplace);
    Visitor.Answer one = Codes.ask(known, "bekend@elders.example");
    Visitor.Answer two = Codes.ask(unknown, "onbekend@elders.example");
    assertThat(two.status()).isEqualTo(one.status()).isEqualTo(303);
    assertThat(two.location()).isEqualTo(one.location());
    assertThat(two.whole().headers().map().keySet())
        .isEqualTo(one.whole().headers().map().keySet());

    Codes.code(workplace, "bekend@elders.example", 1);
    assertThat(Codes.to(workplace, "onbekend@elders.example")).isEmpty();
    assertThat(wrong(unknown)).isEqualTo(wrong(known));
    assertThat(said(unknown.get("/mijn-vragen/code")))
        .isEqualTo(said(known.get("/mijn-vragen/code")));
  }

  private static String wrong(Visitor somebody) {
    return said(Codes.fillIn(somebody, "000000")).replaceAll(".*(nog \\w+ keer).*", "$1");
  }

  /** Without the token of its form. */
  private static String said(Visitor.Answer answer) {
    return answer.body().replaceAll("name=\"token\" value=\"[^\"]+\"", "").replaceAll("\\s+", " ");
  }

  @Test
  void afterFiveWrongCodesTheRightOneOpensNothingEither() {
    asked("raden@elders.example", "Geraden");
    Visitor guesser = new Visitor(workplace);
    Codes.ask(guesser, "raden@elders.example");
    String right = Codes.code(workplace, "raden@elders.example", 1);
    String not = right.equals("123456") ? "654321" : "123456";
    for (int left = 4; left > 1; left--) {
      assertThat(Codes.fillIn(guesser, not).body()).contains("nog " + left + " keer");
    }
    assertThat(Codes.fillIn(guesser, not).body()).contains("nog één keer");
    assertThat(Codes.fillIn(guesser, not).body()).contains("werkt niet meer");
    assertThat(Codes.fillIn(guesser, right).body()).contains("werkt niet meer");
    assertThat(guesser.get("/mijn-vragen").body()).doesNotContain("Geraden");
  }

  @Test
  void guessesAtTheSameMomentDoNotCountAsOne() {
    asked("tegelijk@elders.example", "Tegelijk");
    Proving proving =
        new Proving(
            workplace.store,
            workplace.identities,
            workplace.outbox,
            workplace.directories,
            workplace.tokens,
            new nl.aanspreekpunt.casework.Signer("x", new byte[32]),
            new SmsCodes(300, java.util.Set.of("NL")),
            new ChangedHands(workplace.cases));
    Address address = new Address(Address.Kind.EMAIL, "tegelijk@elders.example");
    String token = await(proving.ask(address, "nl", workplace.clock.instant()));
    String right = Codes.code(workplace, "tegelijk@elders.example", 1);
    List<io.vertx.core.Future<Proving.Result>> guesses =
        java.util.stream.IntStream.range(0, 40)
            .mapToObj(n -> String.format("%06d", n))
            .filter(guess -> !guess.equals(right))
            .map(guess -> proving.prove(token, Challenge.MINE, guess, workplace.clock.instant()))
            .toList();
    await(io.vertx.core.Future.join(guesses));
    assertThat(guesses).allMatch(guess -> !(guess.result() instanceof Proving.Result.Theirs));
    for (int more = 0; more < Challenge.TRIES; more++) {
      await(proving.prove(token, Challenge.MINE, "xxxxxx", workplace.clock.instant()));
    }
    assertThat(await(proving.prove(token, Challenge.MINE, right, workplace.clock.instant())))
        .isInstanceOf(Proving.Result.Over.class);
  }

  @Test
  void aCodeWorksOnceInTheBrowserThatAskedForItAndForTenMinutes() {
    asked("eens@elders.example", "Eenmalig");
    Visitor own = new Visitor(workplace);
    Codes.ask(own, "eens@elders.example");
    String code = Codes.code(workplace, "eens@elders.example", 1);

    assertThat(Codes.fillIn(new Visitor(workplace), code).body()).contains("werkt niet meer");
    Visitor another = new Visitor(workplace);
    Codes.ask(another, "onbekend@elders.example");
    assertThat(Codes.fillIn(another, code).status()).isEqualTo(422);

    assertThat(Codes.fillIn(own, code).status()).isEqualTo(303);
    assertThat(Codes.fillIn(own, code).body()).contains("werkt niet meer");

    Visitor late = new Visitor(workplace);
    Codes.ask(late, "eens@elders.example");
    String second = Codes.code(workplace, "eens@elders.example", 2);
    workplace.clock.forward(Duration.ofMinutes(10));
    assertThat(Codes.fillIn(late, second).body()).contains("werkt niet meer");
  }

  @Test
  void aCodeIsNowhereKeptAndIsNotSentLate() {
    asked("geheim@elders.example", "Geheim");
    Visitor own = new Visitor(workplace);
    Codes.ask(own, "geheim@elders.example");
    String code = Codes.code(workplace, "geheim@elders.example", 1);
    Outgoing entry = Codes.to(workplace, "geheim@elders.example").get(0);
    assertThat(entry.toString()).doesNotContain(code);
    Timely timely =
        new Timely(one -> io.vertx.core.Future.succeededFuture(Optional.of(one)), workplace.clock);
    assertThat(await(timely.now(entry))).contains(entry);
    workplace.clock.forward(Duration.ofMinutes(10));
    assertThat(await(timely.now(entry))).isEmpty();
  }

  @Test
  void nobodyIsFloodedWithCodes() {
    asked("vloed@elders.example", "Vloed");
    for (int n = 0; n < 9; n++) {
      Visitor one = new Visitor(workplace);
      assertThat(Codes.ask(one, "vloed@elders.example").status()).isEqualTo(303);
    }
    Codes.code(workplace, "vloed@elders.example", Asked.MOST);
    assertThat(Codes.to(workplace, "vloed@elders.example")).hasSize(Asked.MOST);
    workplace.clock.forward(Asked.WINDOW);
    Codes.ask(new Visitor(workplace), "vloed@elders.example");
    Codes.code(workplace, "vloed@elders.example", Asked.MOST + 1);
  }

  @Test
  void whoLogsOutOrWaitsHalfAnHourIsOut() {
    Case one = asked("uit@elders.example", "Uitgelogd");
    Visitor somebody = Codes.in(workplace, "uit@elders.example");
    workplace.clock.forward(Duration.ofMinutes(29));
    assertThat(somebody.get("/mijn/" + one.id()).status()).isEqualTo(200);
    somebody.get("/mijn-vragen");
    assertThat(somebody.post("/mijn-vragen/uit", Map.of()).status()).isEqualTo(303);
    assertThat(somebody.get("/mijn/" + one.id()).location()).startsWith("/mijn-vragen");
    assertThat(somebody.get("/mijn-vragen").body()).doesNotContain("Uitgelogd<");

    Visitor idle = Codes.in(workplace, "uit@elders.example");
    workplace.clock.forward(Duration.ofMinutes(31));
    assertThat(idle.get("/mijn/" + one.id()).location()).startsWith("/mijn-vragen");
    idle.get("/mijn-vragen");
    assertThat(idle.post("/mijn/" + one.id() + "/niet-meer", Map.of()).status()).isEqualTo(303);
    assertThat(workplace.found(one.id()).open()).isTrue();
  }

  @Test
  void aSessionThatSomebodyElsePutThereIsNotTheOneThatBegins() {
    asked("vast@elders.example", "Gefixeerd");
    Visitor somebody = new Visitor(workplace);
    somebody.keeps("mijn", "gekozen-door-een-ander");
    Codes.ask(somebody, "vast@elders.example");
    HttpHeaders in =
        Codes.fillIn(somebody, Codes.code(workplace, "vast@elders.example", 1)).whole().headers();
    String cookie =
        in.allValues("Set-Cookie").stream()
            .filter(one -> one.startsWith("mijn="))
            .findFirst()
            .orElseThrow();
    assertThat(cookie)
        .containsIgnoringCase("HttpOnly")
        .contains("SameSite=Lax")
        .doesNotContain("gekozen-door");
    Visitor attacker = new Visitor(workplace);
    attacker.keeps("mijn", "gekozen-door-een-ander");
    assertThat(attacker.get("/mijn-vragen").body()).doesNotContain("Gefixeerd");
  }

  @Test
  void aQuestionIsTakenBackAndOpenedAgain() {
    Case one =
        workplace.question(
            "terug@elders.example",
            "Ans",
            "Toch niet",
            "Ik heb het al.",
            "parkeren",
            Map.of("callbackPhone", "+31612345678"));
    Visitor somebody = Codes.in(workplace, "terug@elders.example");
    somebody.get("/mijn/" + one.id());
    somebody.post("/mijn/" + one.id() + "/niet-meer", Map.of());
    Case closed = workplace.found(one.id());
    assertThat(closed.outcome()).isEqualTo(Outcome.WITHDRAWN);
    assertThat(closed.openPromises()).isEmpty();
    assertThat(told(one, Notice.Kind.WARNING).facts()).containsEntry("what", "citizen-withdrew");
    assertThat(told(one, Notice.Kind.CLOSED).facts()).containsEntry("outcome", "WITHDRAWN");
    assertThat(somebody.get("/mijn/" + one.id()).body()).contains("Toch weer openen");
    somebody.post("/mijn/" + one.id() + "/niet-geholpen", Map.of());
    assertThat(workplace.found(one.id()).openPromises()).hasSize(1);
  }

  private static Notice told(Case one, Notice.Kind kind) {
    return Until.present(
        "a " + kind,
        () ->
            await(workplace.outbox.list(null, null, 200)).stream()
                .map(Outgoing::notice)
                .filter(it -> one.id().equals(it.caseNumber()) && it.kind() == kind)
                .findFirst());
  }

  @Test
  void anotherAddressCountsOnceItsOwnCodeCameBackAndTheOldOneIsTold() {
    Case one = asked("oud@elders.example", "Verhuisd");
    Visitor somebody = Codes.in(workplace, "oud@elders.example");
    String page = "/mijn/" + one.id() + "/gegevens";
    somebody.get(page);
    somebody.post(page + "/adres", Map.of("to", "nieuw@elders.example"));
    String code = Codes.code(workplace, "nieuw@elders.example", 1);
    String not = code.equals("123456") ? "654321" : "123456";
    assertThat(
            somebody
                .post(page + "/code", Map.of("to", "nieuw@elders.example", "code", not))
                .status())
        .isEqualTo(422);
    assertThat(workplace.found(one.id()).participants()).hasSize(1);
    assertThat(
            somebody
                .post(page + "/code", Map.of("to", "ander@elders.example", "code", code))
                .location())
        .contains("gedaan=adres");
    Case now = workplace.found(one.id());
    assertThat(now.participant(now.contact()).orElseThrow().address().value())
        .isEqualTo("nieuw@elders.example");
    assertThat(
            await(workplace.outbox.list(null, null, 200)).stream()
                .map(Outgoing::notice)
                .filter(it -> it.kind() == Notice.Kind.ADDRESS && one.id().equals(it.caseNumber()))
                .map(Notice::to))
        .containsExactlyInAnyOrder("oud@elders.example", "nieuw@elders.example");
  }
}
