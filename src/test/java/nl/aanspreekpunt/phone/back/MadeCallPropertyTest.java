package nl.aanspreekpunt.phone.back;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;
import nl.aanspreekpunt.phone.back.MadeCall.Result;
import nl.aanspreekpunt.phone.back.MadeCall.Stage;
import nl.aanspreekpunt.promise.Attempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is heard of a call adds up to the same, in any order and however often it is said. */
class MadeCallPropertyTest {
  private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");
  private static final String[] ENDS = {"completed", "busy", "no-answer", "failed", "canceled"};

  private static MadeCall asked() {
    return MadeCall.of(
        new MadeCall.Wish(
            "C1", "C1-p1", "samira", "+31655500101", "+31612345678", "+31970000000", "Bo", "nl"),
        1,
        START);
  }

  private static UnaryOperator<MadeCall> own(String status, int second, int lasted) {
    Instant at = START.plusSeconds(second);
    Line.Status said = Line.Status.of(status).orElseThrow();
    return call -> call.own(call.own().heard("CA1", said, at, lasted), at);
  }

  private static UnaryOperator<MadeCall> theirs(String status, int second, int lasted) {
    Instant at = START.plusSeconds(second);
    Line.Status said = Line.Status.of(status).orElseThrow();
    return call -> call.theirs(call.theirs().heard("CA2", said, at, lasted), at);
  }

  private static MadeCall after(List<UnaryOperator<MadeCall>> facts) {
    MadeCall call = asked();
    for (UnaryOperator<MadeCall> fact : facts) {
      call = fact.apply(call);
    }
    return call;
  }

  private static List<UnaryOperator<MadeCall>> whole(String end, String who) {
    List<UnaryOperator<MadeCall>> facts =
        new ArrayList<>(
            List.of(
                own("initiated", 0, 0),
                own("ringing", 1, 0),
                own("in-progress", 4, 0),
                call -> call.pressed(START.plusSeconds(7)),
                theirs("initiated", 7, 0),
                theirs("ringing", 8, 0)));
    if (end.equals("completed")) {
      facts.add(theirs("in-progress", 15, 0));
      facts.add(call -> call.answeredBy(who, START.plusSeconds(18)));
    }
    facts.add(theirs(end, 60, 45));
    facts.add(own("completed", 61, 57));
    return facts;
  }

  @Provide
  Arbitrary<Tuple3<List<UnaryOperator<MadeCall>>, List<UnaryOperator<MadeCall>>, String>> heard() {
    return Arbitraries.of(ENDS)
        .flatMap(
            end ->
                Arbitraries.of("human", "machine_start", "unknown")
                    .flatMap(
                        who -> {
                          List<UnaryOperator<MadeCall>> facts = whole(end, who);
                          List<UnaryOperator<MadeCall>> twice = new ArrayList<>(facts);
                          twice.addAll(facts);
                          return Arbitraries.shuffle(twice)
                              .map(mixed -> Tuple.of(facts, mixed, end + " " + who));
                        }));
  }

  @Property
  void anyOrderAndAnyRepeatEndsTheSame(
      @ForAll("heard")
          Tuple3<List<UnaryOperator<MadeCall>>, List<UnaryOperator<MadeCall>>, String> heard) {
    MadeCall once = after(heard.get1());
    MadeCall mixed = after(heard.get2());
    assertThat(mixed.own()).isEqualTo(once.own());
    assertThat(mixed.theirs()).isEqualTo(once.theirs());
    assertThat(mixed.result()).isEqualTo(once.result());
    assertThat(mixed.proposed()).isEqualTo(once.proposed());
    assertThat(mixed.stands()).isEqualTo(once.stands());
    assertThat(mixed.events())
        .extracting("step")
        .isEqualTo(once.events().stream().map(it -> it.step()).toList());
  }

  @Property
  void itIsOverOnceAndStaysSo(
      @ForAll("heard")
          Tuple3<List<UnaryOperator<MadeCall>>, List<UnaryOperator<MadeCall>>, String> heard) {
    MadeCall call = asked();
    boolean over = false;
    for (UnaryOperator<MadeCall> fact : heard.get2()) {
      call = fact.apply(call);
      assertThat(over && call.stage() != Stage.OVER).isFalse();
      over = call.stage() == Stage.OVER;
    }
    assertThat(over).isTrue();
    assertThat(call.open()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "completed,human,SPOKEN,REACHED",
    "completed,unknown,SPOKEN,REACHED",
    "completed,machine_start,MACHINE,VOICEMAIL",
    "completed,fax,MACHINE,VOICEMAIL",
    "busy,human,BUSY,NO_ANSWER",
    "no-answer,human,NO_ANSWER,NO_ANSWER",
    "failed,human,FAILED,WRONG_NUMBER",
    "canceled,human,HUNG_UP,NO_ANSWER"
  })
  void whatBecameOfItProposesWhatIsPutDown(
      String end, String who, Result result, Attempt.Outcome proposed) {
    MadeCall call = after(whole(end, who));
    assertThat(call.result()).contains(result);
    assertThat(call.proposed()).contains(proposed);
    assertThat(call.unconfirmed()).isTrue();
    assertThat(call.stands()).isEqualTo("samira");
    assertThat(call.confirmed(START.plusSeconds(90)).stands()).isNull();
  }

  @Test
  void ofWhoWasNotCalledNothingIsToBePutDown() {
    MadeCall notTaken = after(List.of(own("ringing", 1, 0), own("no-answer", 21, 0)));
    MadeCall voicemail = after(List.of(own("in-progress", 4, 0), own("completed", 25, 20)));
    MadeCall stopped =
        after(
            List.of(
                own("ringing", 1, 0),
                call -> call.stopped(START.plusSeconds(2)),
                own("canceled", 3, 0)));
    MadeCall refused = asked().notMade("busy", START);
    assertThat(notTaken.result()).contains(Result.NOT_TAKEN);
    assertThat(voicemail.result()).contains(Result.NOT_TAKEN);
    assertThat(stopped.result()).contains(Result.STOPPED);
    assertThat(refused.result()).contains(Result.NOT_MADE);
    for (MadeCall one : Arrays.asList(notTaken, voicemail, stopped, refused)) {
      assertThat(one.proposed()).isEmpty();
      assertThat(one.stands()).isNull();
      assertThat(one.events()).isEmpty();
    }
  }

  @Test
  void whatIsSaidOfAnotherCallChangesNothing() {
    MadeCall call = after(List.of(own("ringing", 1, 0)));
    assertThat(
            call.own(
                call.own().heard("CA9", Line.Status.COMPLETED, START.plusSeconds(2), 3), START))
        .isSameAs(call);
  }

  @Test
  void aCallThatIsHeardOfAfterAllWasMade() {
    MadeCall call = asked().notMade("unknown", START.plusSeconds(30));
    assertThat(own("ringing", 40, 0).apply(call).stage()).isEqualTo(Stage.YOURS_RINGS);
  }
}
