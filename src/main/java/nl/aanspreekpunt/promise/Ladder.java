package nl.aanspreekpunt.promise;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is told, and what happens, when a promise is not kept. Pure: from facts to what is due. */
public record Ladder(List<Rung> rungs) {
  /** Whom a step is meant for; when absent or already told it goes to the next one up. */
  public enum To {
    OFFICIAL,
    DEPUTY,
    COORDINATOR,
    MANAGER
  }

  /** What a step does. */
  public enum Does {
    REMIND,
    ACT,
    REQUIRE_REASSIGNMENT,
    TAKE_OVER,
    /** As the last rung it repeats at its own interval until the promise ends. */
    TELL
  }

  /**
   * @param percent share of the time between made and due, 0 when {@code after} is set
   * @param after the time after the step before took effect; null when {@code percent} is set
   */
  public record Rung(int percent, Norm after, To to, Does does) {}

  /** A step to take, and from when. */
  public record Next(int rung, int repetition, Rung what, Instant at) {
    /** Carries promise, step and repetition, so that it takes effect once. */
    public String id(String promise) {
      return promise + "/" + rung + "/" + repetition;
    }
  }

  public Ladder {
    rungs = List.copyOf(rungs);
  }

  /** The next step of an open promise; empty when it has ended or the ladder has no more. */
  public Optional<Next> next(Promise promise, WorkingTime time) {
    if (!promise.open()) {
      return Optional.empty();
    }
    Optional<Promise.Step> last = promise.lastStep();
    int rung = last.map(step -> step.rung() + 1).orElse(0);
    int repetition = 0;
    if (rung >= rungs.size()) {
      boolean repeats = !rungs.isEmpty() && rungs.get(rungs.size() - 1).does() == Does.TELL;
      if (!repeats || rungs.get(rungs.size() - 1).after() == null) {
        return Optional.empty();
      }
      rung = rungs.size() - 1;
      repetition = last.map(Promise.Step::repetition).orElse(0) + 1;
    }
    Rung what = rungs.get(rung);
    Instant at =
        what.after() == null
            ? time.share(promise.madeAt(), promise.due(), what.percent())
            : time.after(last.map(Promise.Step::at).orElse(promise.due()), what.after());
    return Optional.of(new Next(rung, repetition, what, at));
  }
}
