package nl.aanspreekpunt.web.mine;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.casework.Signer;
import nl.aanspreekpunt.casework.details.ChangingContact;
import nl.aanspreekpunt.casework.details.Retracting;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.routing.ChangedHands;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who takes part in a question that is another's does not take it over, or back. */
class NotTheirQuestionTest {
  private static final AtomicInteger N = new AtomicInteger();
  private static Workplace workplace;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  private static Address email(String value) {
    return new Address(Address.Kind.EMAIL, value);
  }

  private static String mail(String from, String to, String more, String text) {
    return "From: "
        + from
        + "\nTo: "
        + to
        + "\nSubject: Huur\nMessage-ID: <"
        + N.incrementAndGet()
        + "@anders.example>\n"
        + more
        + "\n"
        + text;
  }

  /** A question of the one, in whose mail the other was copied in, and answered. */
  private static Case withCopied(String one, String other) {
    String to = "vraag@voorbeeldstad.example";
    String first = mail(one, to, "Cc: " + other + "\n", "Mijn zus leest mee.");
    Case asked = workplace.found(workplace.posted(one, List.of(to), first).caseNumber());
    await(
        workplace.casework.change(
            asked.id(),
            new Replying(asked.official(), "Hoeveel?", null, asked.lastReceived(), Map.of())));
    String back = workplace.tokens.replyAddress(asked.id(), one);
    workplace.posted(other, List.of(back), mail(other, back, "", "Het is 900 euro."));
    Case both = workplace.found(asked.id());
    assertThat(both.participants()).hasSize(2);
    return both;
  }

  private static Case withJoined(String one, String other) {
    Case first = workplace.question(one, "Ans", "Lantaarn", "Hij is uit.", "parkeren");
    Case second = workplace.question(other, "Bo", "Lantaarn", "Hij brandt niet.", "parkeren");
    await(
        new Joining(workplace.cases, workplace.casework)
            .join(second.id(), first.id(), "test", true, act -> act));
    return workplace.found(first.id());
  }

  /** Tries all that is the citizen's by the link of the second who takes part. */
  private static void mayNothing(Case one) {
    String page = workplace.followPath(one, "2");
    String to = "van-mij-" + one.id().toLowerCase(java.util.Locale.ROOT) + "@elders.example";
    Visitor somebody = new Visitor(workplace);
    assertThat(somebody.get(page).body()).doesNotContain("/niet-meer");
    assertThat(somebody.post(page + "/niet-meer", Map.of()).status()).isEqualTo(403);
    assertThat(somebody.get(page + "/gegevens").body())
        .contains("/gegevens/taal")
        .doesNotContain("/gegevens/adres");
    assertThat(somebody.post(page + "/gegevens/adres", Map.of("to", to)).status()).isEqualTo(403);
    assertThat(somebody.post(page + "/gegevens/code", Map.of("to", to, "code", "123456")).status())
        .isEqualTo(403);
    String theirs =
        await(workplace.identities.find(one.participant("2").orElseThrow().address()))
            .map(Identity::citizen)
            .orElseThrow();
    assertThat(theirs).isNotEqualTo(one.citizen());
    assertThat(
            await(workplace.casework.change(one.id(), new ChangingContact("2", theirs, email(to)))))
        .isInstanceOf(Decision.Refused.class);
    assertThat(await(workplace.casework.change(one.id(), new Retracting("2", theirs))))
        .isInstanceOf(Decision.Refused.class);
    assertThat(Codes.to(workplace, to)).isEmpty();
    assertThat(await(workplace.identities.find(email(to)))).isEmpty();
    Case now = workplace.found(one.id());
    assertThat(now.open()).isTrue();
    assertThat(now.participants()).hasSize(2);
    assertThat(now.contact()).isEqualTo(one.contact());
  }

  @Test
  void whoWasCopiedInNeitherDivertsTheQuestionNorTakesItBack() {
    mayNothing(withCopied("huurder@elders.example", "zus@elders.example"));
  }

  @Test
  void whoseOwnQuestionWasJoinedNeitherDivertsTheOtherNorTakesItBack() {
    Case one = withJoined("eigenaar@elders.example", "buur@elders.example");
    assertThat(one.contact()).as("heard from last").isEqualTo("2");
    mayNothing(one);
  }

  @Test
  void itsCitizenStillMovesItAndTakesItBackAndWhoWasWrittenToIsTold() {
    Case one = withJoined("zelf@elders.example", "naaste@elders.example");
    String page = workplace.followPath(one, "1");
    Visitor citizen = new Visitor(workplace);
    citizen.get(page + "/gegevens");
    citizen.post(page + "/gegevens/adres", Map.of("to", "zelf-nieuw@elders.example"));
    String code = Codes.code(workplace, "zelf-nieuw@elders.example", 1);
    citizen.post(page + "/gegevens/code", Map.of("to", "zelf-nieuw@elders.example", "code", code));
    Case moved = workplace.found(one.id());
    assertThat(moved.participant(moved.contact()).orElseThrow().address().value())
        .isEqualTo("zelf-nieuw@elders.example");
    assertThat(await(workplace.identities.find(email("zelf-nieuw@elders.example"))))
        .hasValueSatisfying(it -> assertThat(it.citizen()).isEqualTo(one.citizen()));
    assertThat(
            await(workplace.outbox.list(null, null, 200)).stream()
                .map(Outgoing::notice)
                .filter(it -> it.kind() == Notice.Kind.ADDRESS && one.id().equals(it.caseNumber()))
                .map(Notice::to))
        .containsExactlyInAnyOrder(
            "zelf@elders.example", "naaste@elders.example", "zelf-nieuw@elders.example");
    assertThat(citizen.get(page).body()).contains("/niet-meer");
    citizen.post(page + "/niet-meer", Map.of());
    assertThat(workplace.found(one.id()).outcome()).isEqualTo(Outcome.WITHDRAWN);
  }

  @Test
  void anAddressThatOnlyTakesPartBindsNoOtherToTheCitizen() {
    Case one = workplace.question("vast@burger.example", "Ans", "Boom", "Om.", "parkeren");
    // Written to there, and known as nobody's.
    await(
        workplace.casework.change(
            one.id(), new ChangingContact("1", one.citizen(), email("werk@burger.example"))));
    Case now = workplace.found(one.id());
    assertThat(now.contact()).isEqualTo("2");
    String page = workplace.followPath(now, "2");
    Visitor somebody = new Visitor(workplace);
    somebody.get(page + "/gegevens");
    somebody.post(page + "/gegevens/adres", Map.of("to", "thuis@burger.example"));
    String code = Codes.code(workplace, "thuis@burger.example", 1);
    assertThat(
            somebody
                .post(page + "/gegevens/code", Map.of("to", "thuis@burger.example", "code", code))
                .location())
        .contains("gedaan=adres");
    assertThat(await(workplace.identities.find(email("thuis@burger.example")))).isEmpty();
  }

  @Test
  void aNumberFromWhichNothingCameForAYearGetsNoCode() {
    Instant now = workplace.clock.instant();
    wrote(mobile(900_001), now.minus(Duration.ofDays(366)));
    wrote(mobile(900_002), now.minus(Duration.ofDays(364)));
    Proving proving = proving(300);

    for (int n : List.of(900_001, 900_002, 900_003)) {
      assertThat(await(proving.ask(mobile(n), "nl", now))).as("nobody is told").hasSize(43);
    }
    Until.until("theirs", () -> Codes.to(workplace, mobile(900_002).value()).size() == 1);
    assertThat(Codes.to(workplace, mobile(900_001).value())).isEmpty();
    assertThat(Codes.to(workplace, mobile(900_003).value())).isEmpty();
  }

  private static void wrote(Address from, Instant at) {
    Identity.Recent message =
        new Identity.Recent("r" + from.value(), at, Channel.SMS, "", null, null);
    await(workplace.identities.sender(from, "c" + from.value(), "nl", message));
  }

  private static Proving proving(int anHour) {
    return new Proving(
        workplace.store,
        workplace.identities,
        workplace.outbox,
        workplace.directories,
        workplace.tokens,
        new Signer("key-" + N.incrementAndGet(), new byte[32]),
        new SmsCodes(anHour, Set.of("NL")),
        new ChangedHands(workplace.cases));
  }

  private static Address mobile(int n) {
    return new Address(Address.Kind.PHONE, String.format("+3161%07d", 1_000_000 + n));
  }

  private static boolean sent(Proving proving, Address to, Asker by) {
    int before = Codes.to(workplace, to.value()).size();
    String token = await(proving.askNew(to, "case", by, "nl", workplace.clock.instant()));
    assertThat(token).hasSize(43);
    // What opens it is stored before the answer; what is sent says the same.
    boolean opens =
        await(Proofs.in(workplace.store).challenge(Proving.hash(token))).orElseThrow().address()
            != null;
    if (opens) {
      Codes.code(workplace, to.value(), before + 1);
    }
    assertThat(Codes.to(workplace, to.value())).hasSize(opens ? before + 1 : before);
    return opens;
  }

  @Test
  void oneCaseHasFiveCodesADaySentToOtherAddresses() {
    Proving proving = proving(300);
    for (int n = 0; n < Asked.MOST_FOR_CASE; n++) {
      assertThat(sent(proving, mobile(n), new Asker("AAA", "visitor " + n))).isTrue();
    }
    assertThat(sent(proving, mobile(80), new Asker("AAA", "visitor"))).isFalse();
    assertThat(sent(proving, mobile(81), new Asker("BBB", "visitor"))).isTrue();
    workplace.clock.forward(Duration.ofHours(2));
    await(proving.clean(workplace.clock.instant()));
    assertThat(sent(proving, mobile(82), new Asker("AAA", "visitor"))).isFalse();
    workplace.clock.forward(Duration.ofHours(22));
    assertThat(sent(proving, mobile(83), new Asker("AAA", "visitor"))).isTrue();
  }

  @Test
  void oneVisitorHasTenCodesAnHourSentToOtherAddresses() {
    Proving proving = proving(300);
    for (int n = 0; n < Asked.MOST_BY_VISITOR; n++) {
      assertThat(sent(proving, mobile(100 + n), new Asker("C" + n, "192.0.2.1"))).isTrue();
    }
    assertThat(sent(proving, mobile(180), new Asker("C80", "192.0.2.1"))).isFalse();
    assertThat(sent(proving, email("niet@elders.example"), new Asker("C81", "192.0.2.1")))
        .isFalse();
    assertThat(sent(proving, mobile(181), new Asker("C82", "192.0.2.2"))).isTrue();
  }

  @Test
  void soManyCodesGoBySmsInAnHourAndThoseByMailGoOn() {
    Proving proving = proving(2);
    assertThat(sent(proving, mobile(200), new Asker("D0", "a"))).isTrue();
    for (int n = 0; n < 4; n++) {
      // Of numbers that nobody knows, which take nothing from who is known.
      await(proving.ask(mobile(290 + n), "nl", workplace.clock.instant()));
    }
    assertThat(sent(proving, mobile(201), new Asker("D1", "b"))).isTrue();
    assertThat(sent(proving, mobile(202), new Asker("D2", "c"))).isFalse();
    assertThat(sent(proving, email("wel@elders.example"), new Asker("D3", "d"))).isTrue();
    workplace.clock.forward(Asked.WINDOW);
    assertThat(sent(proving, mobile(203), new Asker("D4", "e"))).isTrue();
  }

  @Test
  void noCodeGoesByALongOrCostlyWayAbroad() {
    Address belgian = new Address(Address.Kind.PHONE, "+32470123456");
    assertThat(sent(proving(300), belgian, new Asker("E0", "f"))).isFalse();
    await(workplace.identities.known(belgian, "c-belgisch", "nl"));
    Visitor known = new Visitor(workplace);
    Visitor.Answer answer = Codes.ask(known, belgian.value());
    assertThat(answer.location()).isEqualTo("/mijn-vragen/code");
    assertThat(Codes.to(workplace, belgian.value())).isEmpty();
  }

  @Test
  void aFloodOfCodesThatAreOverIsRemovedAtOnce() {
    Proofs proofs = Proofs.in(workplace.store);
    var now = workplace.clock.instant();
    List<io.vertx.core.Future<Boolean>> all =
        java.util.stream.IntStream.range(0, 1100)
            .mapToObj(n -> proofs.add(new Challenge("over-" + n, 1, "mine", "x", null, 0, now)))
            .toList();
    await(io.vertx.core.Future.join(all));
    await(proofs.clean(now));
    for (int n : new int[] {0, 499, 500, 1000, 1099}) {
      assertThat(await(proofs.challenge("over-" + n))).isEmpty();
    }
  }
}
