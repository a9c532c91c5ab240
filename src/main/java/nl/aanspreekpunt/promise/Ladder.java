package nl.aanspreekpunt.promise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is told, and what happens, when a promise is not kept. Pure: from facts to what is due. */
public record Ladder(List<Rung> rungs) {
  /**
   * A step to take, and from when.
   *
   * @param then what is to come after it
   */
  public record Next(int rung, int repetition, Rung what, Instant at, List<Rung> then) {
    /**
     * The step, taken.
     *
     * @param does what it came to; null: what it says
     * @param to official id who was told or took over
     */
    public Promise.Step taken(String does, String to, Instant now) {
      List<String> left = then.stream().map(Rung::written).toList();
      return new Promise.Step(
          rung,
          repetition,
          does == null ? what.does().name() : does,
          to,
          now,
          new Promise.Stood(what.written(), left));
    }
  }

  public Ladder {
    rungs = List.copyOf(rungs);
  }

  /**
   * The ladder unless the directory writes another: a reminder, the deputy acts at the due time,
   * the coordinator must reassign, then takes over, and the manager hears it each working day.
   */
  public static Ladder standard() {
    return new Ladder(
        List.of(
            Rung.parse("75%", "official", "remind"),
            Rung.parse("100%", "deputy", "act"),
            Rung.parse("+PT4H", "coordinator", "require-reassignment"),
            Rung.parse("+P1D", "coordinator", "take-over"),
            Rung.parse("+P1D", "manager", "tell")));
  }

  /**
   * A ladder as written in the directory, lowest step first.
   *
   * @param written per step a map with {@code at}, {@code to} and {@code does}
   * @throws LadderRefused with one line for people that names the step
   */
  public static Ladder parse(List<?> written) {
    List<Rung> rungs = new ArrayList<>();
    for (Object step : written) {
      try {
        rungs.add(rung(step, rungs.isEmpty() ? null : rungs.get(rungs.size() - 1)));
      } catch (LadderRefused e) {
        throw e.at(rungs.size());
      }
    }
    if (rungs.isEmpty()) {
      throw new LadderRefused(
          LadderRefused.Why.NONE, "ladder: name at least one step, or leave ladder out");
    }
    Rung last = rungs.get(rungs.size() - 1);
    if (last.does() == Rung.Does.TELL && new Rung.When.After(Norm.NOTHING).equals(last.when())) {
      throw new LadderRefused(
          LadderRefused.Why.REPEATS,
          "ladder["
              + (rungs.size() - 1)
              + "].at: the last step repeats, so it must take some time");
    }
    return new Ladder(rungs);
  }

  private static Rung rung(Object written, Rung before) {
    if (!(written instanceof Map<?, ?> step) || !step.keySet().equals(Set.of("at", "to", "does"))) {
      throw new LadderRefused(
          LadderRefused.Why.WORDS, "at, to and does: write these three and no other");
    }
    Rung rung =
        Rung.parse(
            String.valueOf(step.get("at")),
            String.valueOf(step.get("to")),
            String.valueOf(step.get("does")));
    if (before != null && rung.when() instanceof Rung.When.Share share) {
      if (!(before.when() instanceof Rung.When.Share earlier)) {
        throw new LadderRefused(
            LadderRefused.Why.SHARE,
            "at: a share of the time cannot follow a duration or a time of day");
      }
      if (share.percent() < earlier.percent()) {
        throw new LadderRefused(LadderRefused.Why.EARLIER, "at: lies before the step before");
      }
    }
    return rung;
  }

  /**
   * The next step; empty when the promise has ended or stands still, or the ladder has no more. A
   * ladder that was changed meanwhile goes on: what was done is not done again, what was to come
   * and is still in it comes, and what is new comes when it stands after all that was done.
   */
  public Optional<Next> next(Promise promise, WorkingTime time) {
    if (!promise.open() || promise.waits()) {
      return Optional.empty();
    }
    List<Promise.Step> taken = promise.climb().toList();
    List<Integer> left = Reached.left(rungs, taken);
    if (left.isEmpty() && !repeats()) {
      return Optional.empty();
    }
    int rung = left.isEmpty() ? rungs.size() - 1 : left.get(0);
    int repetition = left.isEmpty() ? repetitions(taken) + 1 : 0;
    Rung what = rungs.get(rung);
    List<Rung> then = left.stream().skip(1).map(rungs::get).toList();
    return Optional.of(new Next(rung, repetition, what, what.when().of(promise, time), then));
  }

  private static int repetitions(List<Promise.Step> taken) {
    return taken.stream().mapToInt(Promise.Step::repetition).max().orElse(0);
  }

  private boolean repeats() {
    Rung top = rungs.isEmpty() ? null : rungs.get(rungs.size() - 1);
    return top != null && top.does() == Rung.Does.TELL && !(top.when() instanceof Rung.When.Share);
  }
}
