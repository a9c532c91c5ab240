package nl.aanspreekpunt.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A ladder is changed under promises that are on it already. */
class LadderChangedTest {
  private static final Instant MADE = Instant.parse("2026-03-24T09:12:00Z");
  private static final Rung REMIND = Rung.parse("75%", "official", "remind");
  private static final Rung ACT = Rung.parse("100%", "deputy", "act");
  private static final Rung REQUIRE = Rung.parse("+PT4H", "coordinator", "require-reassignment");
  private static final Rung OVER = Rung.parse("+P1D", "coordinator", "take-over");
  private static final Rung TELL = Rung.parse("+P1D", "manager", "tell");

  @Test
  void theDeputyStillActsWhenTheReminderThatWasSentIsTakenOut() {
    Promise reminded = take(made(), Ladder.standard(), 1);
    assertThat(climbs(reminded, ACT, REQUIRE, OVER, TELL))
        .startsWith("ACT", "REQUIRE_REASSIGNMENT");
  }

  @Test
  void theDeputyDoesNotActAgainWhenAStepIsPutOnTop() {
    Promise acted = take(made(), Ladder.standard(), 2);
    Rung warn = Rung.parse("50%", "official", "warn");
    assertThat(climbs(acted, warn, REMIND, ACT, REQUIRE, OVER, TELL))
        .startsWith("REQUIRE_REASSIGNMENT", "TAKE_OVER", "TELL");
  }

  @Test
  void aStepThatWasTakenAndMovesDownTakesNoneWithIt() {
    Promise required = take(made(), Ladder.standard(), 3);
    assertThat(climbs(required, REMIND, ACT, OVER, REQUIRE, TELL))
        .startsWith("TAKE_OVER", "TELL", "TELL");
  }

  @Test
  void anotherTimeIsNoOtherStep() {
    Promise reminded = take(made(), Ladder.standard(), 1);
    Rung later = Rung.parse("90%", "official", "remind");
    assertThat(climbs(reminded, later, ACT, REQUIRE)).startsWith("ACT", "REQUIRE_REASSIGNMENT");
  }

  @Test
  void ofTwoRemindersTheSecondStillComesWhenTheFirstIsTakenOut() {
    Rung again = Rung.parse("90%", "official", "remind");
    Promise once = take(made(), new Ladder(List.of(REMIND, again, ACT)), 1);
    assertThat(climbs(once, again, ACT)).containsExactly("REMIND", "ACT");
    Promise twice = take(made(), new Ladder(List.of(REMIND, again, ACT)), 2);
    assertThat(climbs(twice, again, ACT)).containsExactly("ACT");
  }

  @Test
  void aStepThatComesInPlaceOfOneThatWasTakenIsTakenAsDone() {
    Promise reminded = take(made(), Ladder.standard(), 1);
    Rung warn = Rung.parse("75%", "official", "warn");
    assertThat(climbs(reminded, warn, ACT)).containsExactly("ACT");
    assertThat(climbs(reminded, warn)).as("all is new").isEmpty();
  }

  @Test
  void afterTellingForDaysANewStepAtTheEndComesOnce() {
    Promise told = take(made(), Ladder.standard(), 8);
    Rung warn = Rung.parse("+P1D", "citizen", "warn");
    assertThat(climbs(told, REMIND, ACT, REQUIRE, OVER, TELL, warn)).containsExactly("WARN");
    assertThat(climbs(told, REMIND, ACT, TELL)).startsWith("TELL", "TELL");
  }

  /** What was stored before says only what it did, and where it stood. */
  @Test
  void aStepFromBeforeWhatItWasWasKeptGoesOnToo() {
    Promise reminded = asBefore(take(made(), Ladder.standard(), 1));
    assertThat(climbs(reminded, ACT, REQUIRE)).containsExactly("ACT", "REQUIRE_REASSIGNMENT");
    Rung warn = Rung.parse("50%", "official", "warn");
    Promise acted = asBefore(take(made(), Ladder.standard(), 2));
    assertThat(climbs(acted, warn, REMIND, ACT, REQUIRE)).containsExactly("REQUIRE_REASSIGNMENT");
    for (int steps = 0; steps < 8; steps++) {
      Promise promise = take(made(), Ladder.standard(), steps);
      assertThat(next(asBefore(promise), Ladder.standard()).orElseThrow().what())
          .isEqualTo(next(promise, Ladder.standard()).orElseThrow().what());
    }
  }

  /** A manager who is to explain is told, instead of that somebody acts. */
  @Test
  void aStepFromBeforeThatOnlyToldIsKnownByWhereItStood() {
    Promise told =
        made()
            .climbed(new Promise.Step(0, 0, "REMIND", "jansen", MADE, null))
            .climbed(new Promise.Step(1, 0, "TELL", "jansen", MADE, null));
    assertThat(next(told, Ladder.standard()).orElseThrow().what()).isEqualTo(REQUIRE);
  }

  private static Promise asBefore(Promise promise) {
    Promise before = made();
    for (Promise.Step one : promise.steps()) {
      before =
          before.climbed(
              new Promise.Step(one.rung(), one.repetition(), one.does(), one.to(), one.at(), null));
    }
    return before;
  }

  /** What is still done, at most six steps. */
  private static List<String> climbs(Promise promise, Rung... rungs) {
    Ladder ladder = new Ladder(List.of(rungs));
    Promise after = take(promise, ladder, 6);
    return after.steps().stream().skip(promise.steps().size()).map(Promise.Step::does).toList();
  }

  private static Promise take(Promise promise, Ladder ladder, int most) {
    Promise after = promise;
    for (int i = 0; i < most; i++) {
      Optional<Ladder.Next> next = next(after, ladder);
      if (next.isPresent()) {
        after = after.climbed(next.get().taken(null, "jansen", MADE.plusSeconds(1 + i)));
      }
    }
    return after;
  }

  private static Optional<Ladder.Next> next(Promise promise, Ladder ladder) {
    return ladder.next(promise, WorkingTime.ALWAYS);
  }

  private static Promise made() {
    return Promise.made("c-p1", PromiseKind.ANSWER, MADE, MADE.plusSeconds(100_000), false, null);
  }

  /**
   * What becomes of a ladder, or of the promise on it.
   *
   * @param at positions, counted round
   * @param rung one of those there are
   */
  record Happening(What what, int at, int to, int rung) {
    enum What {
      TAKES,
      ADDED,
      OUT,
      MOVED,
      OTHER_TIME
    }
  }

  @Provide
  Arbitrary<List<Happening>> histories() {
    return Combinators.combine(
            Arbitraries.of(Happening.What.class),
            Arbitraries.integers().between(0, 11),
            Arbitraries.integers().between(0, 11),
            Arbitraries.integers().between(0, 11))
        .as(Happening::new)
        .list()
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<List<Integer>> ladders() {
    return Arbitraries.integers().between(0, 11).list().uniqueElements().ofMinSize(1).ofMaxSize(8);
  }

  /** Of twelve, by whom it is for and what it does. */
  private static Rung rung(int which, int hours) {
    String[] to = {"official", "deputy", "coordinator", "manager"};
    String[] does = {"remind", "act", "tell"};
    return Rung.parse("+PT" + (hours + 1) + "H", to[which % 4], does[which / 4]);
  }

  @Property(tries = 2000)
  void nothingIsDoneTwiceAndNothingThatWasToComeIsSkipped(
      @ForAll("ladders") List<Integer> start, @ForAll("histories") List<Happening> history) {
    List<Rung> rungs = new ArrayList<>(start.stream().map(one -> rung(one, 0)).toList());
    Set<String> done = new HashSet<>();
    Set<String> owed = new LinkedHashSet<>(deeds(rungs));
    Promise promise = made();
    for (Happening one : history) {
      if (one.what() == Happening.What.TAKES) {
        promise = taken(promise, rungs, done, owed);
      } else {
        change(rungs, one);
        owed.retainAll(deeds(rungs));
      }
    }
    for (int i = 0; i < 20; i++) {
      promise = taken(promise, rungs, done, owed);
    }
    assertThat(owed).isEmpty();
  }

  private static Promise taken(
      Promise promise, List<Rung> rungs, Set<String> done, Set<String> owed) {
    Ladder.Next next = next(promise, new Ladder(rungs)).orElse(null);
    if (next == null) {
      assertThat(owed).isEmpty();
      return promise;
    }
    String deed = next.what().deed();
    if (next.repetition() > 0) {
      assertThat(owed).isEmpty();
      assertThat(next.what()).isEqualTo(rungs.get(rungs.size() - 1));
    } else {
      assertThat(done.add(deed)).as("%s once", deed).isTrue();
    }
    owed.remove(deed);
    int last =
        IntStream.range(0, rungs.size())
            .filter(i -> done.contains(rungs.get(i).deed()))
            .max()
            .orElse(-1);
    owed.addAll(deeds(rungs.subList(last + 1, last < 0 ? 0 : rungs.size())));
    return promise.climbed(next.taken(null, "jansen", next.at()));
  }

  private static List<String> deeds(List<Rung> rungs) {
    return rungs.stream().map(Rung::deed).toList();
  }

  private static void change(List<Rung> rungs, Happening one) {
    int at = one.at() % rungs.size();
    Rung other = rung(one.rung(), one.to());
    switch (one.what()) {
      case ADDED -> {
        if (!deeds(rungs).contains(other.deed())) {
          rungs.add(at, other);
        }
      }
      case OUT -> {
        if (rungs.size() > 1) {
          rungs.remove(at);
        }
      }
      case MOVED -> rungs.add(one.to() % rungs.size(), rungs.remove(at));
      default -> {
        Rung is = rungs.get(at);
        rungs.set(
            at,
            new Rung(
                new Rung.When.After(Norm.parse("PT" + (2 + one.to()) + "H")), is.to(), is.does()));
      }
    }
  }
}
