package nl.aanspreekpunt.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Whatever the clock does and whatever becomes of the ladder meanwhile. */
@Domain(Worked.class)
@Domain(DomainContext.Global.class)
class LadderPropertyTest {
  private static final Instant MADE = Instant.parse("2026-03-24T09:12:00Z");
  private static final WorkingTime OFFICE =
      WorkingTime.of(
          OpeningHours.parse(Map.of("mon-fri", "08:30-17:00")), Worked.HOLIDAYS, Worked.AMSTERDAM);

  enum Happening {
    TIME_PASSES,
    CLOCK_GOES_BACK,
    ENDS,
    REOPENS,
    LADDER_SHORTENED,
    LADDER_WHOLE
  }

  @Provide
  Arbitrary<List<Happening>> histories() {
    return Arbitraries.frequency(
            Tuple.of(8, Happening.TIME_PASSES),
            Tuple.of(3, Happening.CLOCK_GOES_BACK),
            Tuple.of(1, Happening.ENDS),
            Tuple.of(2, Happening.REOPENS),
            Tuple.of(1, Happening.LADDER_SHORTENED),
            Tuple.of(1, Happening.LADDER_WHOLE))
        .list()
        .ofMaxSize(60);
  }

  @Property(tries = 1000)
  void eachStepIsTakenOnceAndOnlyWhenItsTimeHasCome(
      @ForAll("histories") List<Happening> history,
      @ForAll @Size(60) List<@IntRange(min = 1, max = 4000) Integer> minutes,
      @ForAll boolean onClock) {
    WorkingTime time = onClock ? WorkingTime.ALWAYS : OFFICE;
    Promise promise =
        Promise.made(
            "c-p1", PromiseKind.ANSWER, MADE, time.after(MADE, Norm.parse("P2D")), onClock, null);
    Instant due = promise.due();
    Ladder ladder = Ladder.standard();
    Instant now = MADE;
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < history.size(); i++) {
      Duration passing = Duration.ofMinutes(minutes.get(i));
      switch (history.get(i)) {
        case TIME_PASSES -> now = now.plus(passing);
        case CLOCK_GOES_BACK -> now = now.minus(passing);
        case ENDS -> promise = promise.ended(Promise.State.KEPT, "jansen", now);
        case REOPENS -> promise = promise.reopened();
        case LADDER_SHORTENED -> ladder = shortened();
        case LADDER_WHOLE -> ladder = Ladder.standard();
      }
      for (Optional<Ladder.Next> next = due(ladder, promise, time, now);
          next.isPresent();
          next = due(ladder, promise, time, now)) {
        Ladder.Next step = next.get();
        assertThat(taken.add(step.what().written() + "/" + step.repetition()))
            .as("%s once", step)
            .isTrue();
        assertThat(promise.open()).isTrue();
        promise = promise.climbed(step.taken(null, "jansen", now));
      }
      assertThat(promise.due()).as("the due time never moves").isEqualTo(due);
    }
    assertThat(promise.steps()).hasSize(taken.size());
  }

  @Property(tries = 1000)
  void aLadderClimbsWithoutGoingBackOrSkipping(
      @ForAll TeamClock time, @ForAll Instant made, @ForAll Worked.Opening norm) {
    Ladder ladder = Ladder.standard();
    Promise promise =
        Promise.made(
            "c-p1",
            PromiseKind.CALLBACK,
            made,
            time.after(made, new Norm(0, norm.time())),
            false,
            null);
    Instant before = made;
    for (int i = 0; i < 8; i++) {
      Ladder.Next next = ladder.next(promise, time).orElseThrow();
      assertThat(next.rung()).isEqualTo(Math.min(i, 4));
      assertThat(next.repetition()).isEqualTo(Math.max(0, i - 4));
      assertThat(next.at()).isAfterOrEqualTo(before);
      before = next.at();
      promise = promise.climbed(next.taken(null, "", before));
    }
  }

  private static Optional<Ladder.Next> due(
      Ladder ladder, Promise promise, WorkingTime time, Instant now) {
    return ladder.next(promise, time).filter(next -> !next.at().isAfter(now));
  }

  private static Ladder shortened() {
    List<Rung> rungs = Ladder.standard().rungs();
    return new Ladder(List.of(rungs.get(0), rungs.get(1), rungs.get(4)));
  }
}
