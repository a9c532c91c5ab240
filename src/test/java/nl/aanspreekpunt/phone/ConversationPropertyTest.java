package nl.aanspreekpunt.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.aanspreekpunt.casework.CallStep;
import nl.aanspreekpunt.phone.Conversation.Move;
import nl.aanspreekpunt.phone.Conversation.Next;
import nl.aanspreekpunt.phone.Script.Turn;

/** Whatever is pressed and however a telephone rings, a call ends, and names who sees to it. */
class ConversationPropertyTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final int MOST_TURNS = 14;
  private static final Facts.Who SAMIRA = new Facts.Who("samira", "Samira El Amrani");
  private final Script script =
      new Script(
          new Lines(Map.of()),
          new Twiml(new Voices("Polly.Laura-Neural", "Polly.Amy-Neural")),
          "https://hub.example/webhooks/twilio/voice",
          null);

  @Provide
  Arbitrary<Heard> heard() {
    Arbitrary<String> digits =
        Arbitraries.oneOf(
            Arbitraries.of("", "1", "2", "9", "0612345678", "5", "*#"),
            Arbitraries.strings().withChars("0123456789*#w").ofMaxLength(30));
    Arbitrary<String> dialled =
        Arbitraries.of("busy", "no-answer", "failed", "canceled", "completed", "odd")
            .injectNull(0.2);
    Arbitrary<String> recording = Arbitraries.of("RE1").injectNull(0.5);
    return Combinators.combine(
            digits,
            dialled,
            Arbitraries.of(true, false),
            recording,
            Arbitraries.integers().between(0, 9))
        .as(
            (keys, rang, bridged, spoken, seconds) ->
                new Heard(keys, rang, bridged && seconds > 7, seconds, spoken));
  }

  @Property(tries = 2_000)
  void everyCallEnds(
      @ForAll("calls") List<Heard> said, @ForAll boolean withheld, @ForAll boolean callable) {
    Call call = Call.in("CA1", withheld ? null : "+31612345678", "+31205550100", "nl", NOW);
    Move last = null;
    for (int turn = 0; turn < MOST_TURNS; turn++) {
      Heard one = turn == 0 ? Heard.NOTHING : said.get(turn % said.size());
      Next next = Conversation.next(call, one, NOW);
      Next rung =
          next.call().route() == null && next.call().course().ring().isEmpty() && turn < 4
              ? new Next(
                  next.call().on(next.call().course().toRing(List.of("samira", "jan"))),
                  next.move(),
                  next.again())
              : next;
      Turn answered = script.turn(rung, facts(rung.call(), callable));
      assertThat(answered.answer()).startsWith("<?xml").contains("<Response>");
      assertThat(answered.call().course().answers()).hasSize(turn + 1);
      call = answered.call();
      last = next.move();
      promisesOnlyWhereItMay(call, callable);
      if (call.course().stage() == Course.Stage.OVER) {
        break;
      }
      goesOn(answered.answer(), turn + 1);
    }
    assertThat(call.course().stage()).as("after " + last).isEqualTo(Course.Stage.OVER);
  }

  /** A number that nobody gave is never called, nor one where it was agreed not to. */
  private static void promisesOnlyWhereItMay(Call call, boolean callable) {
    if (call.happened(CallStep.ASKED_BACK)) {
      assertThat(callable && call.reachable().isPresent()).isTrue();
    }
  }

  /** The provider always knows where to go next. */
  private static void goesOn(String answer, int turn) {
    assertThat(answer).contains("/next?turn=" + turn + "\"");
  }

  private static Facts facts(Call call, boolean callable) {
    boolean more = callable && call.course().nextToRing().isPresent();
    return new Facts(
        NOW,
        ZoneId.of("Europe/Amsterdam"),
        "gemeente Voorbeeldstad",
        null,
        SAMIRA,
        more ? new Facts.Rung(SAMIRA, "+31655500101", null, false) : null,
        callable,
        false,
        new Facts.Returns(SAMIRA, NOW.plusSeconds(7_200)));
  }

  @Provide
  Arbitrary<List<Heard>> calls() {
    return heard().list().ofMinSize(1).ofMaxSize(12);
  }
}
