package nl.aanspreekpunt.web;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who asked to be called and was answered in writing says with one touch what they still want. */
class StillWantedTest {
  private static final String ASKED = "Wilt u nog gebeld worden?";
  private static Workplace workplace;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  private static Case asked(String name) {
    return workplace.question(
        name + "@elders.example",
        "Ans",
        "Bel mij over " + name,
        "Graag bellen.",
        "huur-en-onderhoud",
        Map.of("callbackPhone", "+31612345678"));
  }

  private static Case answered(Case one) {
    workplace.clock.forward(Duration.ofMinutes(1));
    await(
        workplace.casework.change(
            one.id(), new Replying(one.official(), "Dag.", "1", one.lastReceived(), Map.of())));
    return workplace.found(one.id());
  }

  private static Promise call(Case one) {
    return workplace.found(one.id()).promises().stream()
        .filter(promise -> promise.kind() == PromiseKind.CALLBACK)
        .findFirst()
        .orElseThrow();
  }

  private static Visitor.Answer says(Visitor visitor, Case one, String what) {
    return visitor.post(path(one) + what, Map.of("promise", call(one).id()));
  }

  private static String path(Case one) {
    return workplace.followPath(one, "1");
  }

  private static long said(Case one) {
    return workplace.found(one.id()).events().stream()
        .filter(CaseEvent.StillWanted.class::isInstance)
        .count();
  }

  @Test
  void nobodyIsAskedBeforeAnAnswerAndLookingChangesNothing() {
    Case one = asked("kijken");
    Visitor visitor = new Visitor(workplace);
    assertThat(visitor.get(path(one)).body()).doesNotContain(ASKED);
    Case answered = answered(one);

    for (int i = 0; i < 3; i++) {
      Visitor.Answer page = visitor.get(path(one));
      assertThat(page.body()).contains(ASKED, "/nog-bellen", "/niet-bellen");
      assertThat(page.body()).doesNotContain("Ik hoef niet meer gebeld");
    }
    assertThat(visitor.get(path(one) + "/nog-bellen").status()).isIn(404, 405);
    assertThat(visitor.get(path(one) + "/niet-bellen").status()).isIn(404, 405);

    assertThat(workplace.found(one.id()).version()).isEqualTo(answered.version());
  }

  @Test
  void yesIsPutOnRecordAndTheRequestStandsAtItsOwnTime() {
    Case one = asked("ja");
    Promise before = call(one);
    answered(one);
    Visitor visitor = new Visitor(workplace);
    visitor.get(path(one));

    Visitor.Answer yes = says(visitor, one, "/nog-bellen");

    assertThat(yes.status()).isEqualTo(303);
    assertThat(visitor.get(yes.location()).body()).contains("U wordt gebeld").doesNotContain(ASKED);
    says(visitor, one, "/nog-bellen");
    assertThat(said(one)).isEqualTo(1);
    assertThat(call(one).open()).isTrue();
    assertThat(call(one).due()).isEqualTo(before.due());
    assertThat(Visitor.loggedIn(workplace, one.official()).get("/werk/vragen/" + one.id()).body())
        .contains("De inwoner wil nog gebeld worden.");
  }

  @Test
  void afterTheNextAnswerTheQuestionIsAskedAgain() {
    Case one = asked("weer");
    Visitor visitor = new Visitor(workplace);
    answered(one);
    visitor.get(path(one));
    says(visitor, one, "/nog-bellen");

    answered(one);

    assertThat(visitor.get(path(one)).body()).contains(ASKED);
  }

  @Test
  void noWithdrawsIt() {
    Case one = asked("nee");
    answered(one);
    Visitor visitor = new Visitor(workplace);
    visitor.get(path(one));

    says(visitor, one, "/niet-bellen");

    assertThat(call(one).state()).isEqualTo(Promise.State.WITHDRAWN);
    assertThat(visitor.get(path(one)).body()).doesNotContain(ASKED);
    assertThat(said(one)).isZero();
  }

  @Test
  void whatWasJoinedMeanwhileIsSaidWithTheQuestionItBelongsTo() {
    Case one = asked("samen");
    answered(one);
    Visitor visitor = new Visitor(workplace);
    visitor.get(path(one));
    Case other =
        workplace.question("samen@elders.example", "Ans", "De eerste", "Iets.", "parkeren");
    await(
        new Joining(workplace.cases, workplace.casework)
            .join(one.id(), other.id(), "test", true, act -> act));

    Visitor.Answer moved = says(visitor, one, "/niet-bellen");
    Visitor.Answer led = visitor.get(moved.location());

    assertThat(led.location()).startsWith(workplace.followPath(other, "1"));
    assertThat(visitor.get(led.location()).body()).contains("Uw vraag hoort nu bij deze");
    assertThat(call(other).open()).isTrue();
  }
}
