package nl.aanspreekpunt.promise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who is told, and what happens, when a promise is not kept. Pure: from facts to what is due. */
public record Ladder(List<Rung> rungs) {
  private static final Pattern SHARE = Pattern.compile("(\\d{1,3})%");

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
  public record Rung(int percent, Norm after, To to, Does does) {
    /**
     * A step as written in the directory.
     *
     * @param at a share of the time ({@code 75%}) or a time after the step before ({@code +PT4H})
     * @throws IllegalArgumentException with one line for people
     */
    public static Rung parse(String at, String to, String does) {
      To whom = one(To.values(), to, "to");
      Does what = one(Does.values(), does, "does");
      if (at != null && at.startsWith("+")) {
        return new Rung(0, delay(at.substring(1)), whom, what);
      }
      Matcher share = SHARE.matcher(at == null ? "" : at);
      int percent = share.matches() ? Integer.parseInt(share.group(1)) : 0;
      if (percent < 1 || percent > 100) {
        throw new IllegalArgumentException(
            "at: '" + at + "'? write 1% to 100% of the time, or +PT4H after the step before");
      }
      return new Rung(percent, null, whom, what);
    }

    private static Norm delay(String written) {
      try {
        return Norm.parse(written);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("at: " + e.getMessage(), e);
      }
    }

    private static <E extends Enum<E>> E one(E[] values, String written, String key) {
      return Arrays.stream(values)
          .filter(value -> word(value).equals(written))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      key
                          + ": '"
                          + written
                          + "' is not one of "
                          + String.join(", ", Arrays.stream(values).map(Ladder::word).toList())));
    }
  }

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
   * @throws IllegalArgumentException with one line for people that names the step
   */
  public static Ladder parse(List<?> written) {
    List<Rung> rungs = new ArrayList<>();
    for (Object step : written) {
      try {
        rungs.add(rung(step, rungs.isEmpty() ? null : rungs.get(rungs.size() - 1)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("ladder[" + rungs.size() + "]." + e.getMessage(), e);
      }
    }
    if (rungs.isEmpty()) {
      throw new IllegalArgumentException("ladder: name at least one step, or leave ladder out");
    }
    Rung last = rungs.get(rungs.size() - 1);
    if (last.does() == Does.TELL && Norm.NOTHING.equals(last.after())) {
      throw new IllegalArgumentException(
          "ladder["
              + (rungs.size() - 1)
              + "].at: the last step repeats, so it must take some time");
    }
    return new Ladder(rungs);
  }

  private static Rung rung(Object written, Rung before) {
    if (!(written instanceof Map<?, ?> step) || !step.keySet().equals(Set.of("at", "to", "does"))) {
      throw new IllegalArgumentException("at, to and does: write these three and no other");
    }
    Rung rung =
        Rung.parse(
            String.valueOf(step.get("at")),
            String.valueOf(step.get("to")),
            String.valueOf(step.get("does")));
    if (before != null && rung.after() == null) {
      if (before.after() != null) {
        throw new IllegalArgumentException("at: a share of the time cannot follow a duration");
      }
      if (rung.percent() < before.percent()) {
        throw new IllegalArgumentException("at: lies before the step before");
      }
    }
    return rung;
  }

  /** The next step; empty when the promise has ended or stands still, or the ladder has no more. */
  public Optional<Next> next(Promise promise, WorkingTime time) {
    if (!promise.open() || promise.waits()) {
      return Optional.empty();
    }
    Optional<Promise.Step> last = promise.lastStep();
    int rung = highest(promise, Promise.Step::rung) + 1;
    int repetition = 0;
    if (rung >= rungs.size()) {
      if (!repeats()) {
        return Optional.empty();
      }
      rung = rungs.size() - 1;
      repetition = highest(promise, Promise.Step::repetition) + 1;
    }
    Rung what = rungs.get(rung);
    Instant at =
        what.after() == null
            ? time.share(promise.countsFrom(), promise.due(), what.percent())
            : time.after(last.map(Promise.Step::at).orElse(promise.due()), what.after());
    return Optional.of(new Next(rung, repetition, what, at));
  }

  /** Of all steps, not of the last: a ladder made shorter, then longer, gives no id twice. */
  private static int highest(Promise promise, ToIntFunction<Promise.Step> of) {
    return promise.climb().mapToInt(of).max().orElse(-1);
  }

  private boolean repeats() {
    Rung top = rungs.isEmpty() ? null : rungs.get(rungs.size() - 1);
    return top != null && top.does() == Does.TELL && top.after() != null;
  }

  /** As written in the directory and in records: {@code require-reassignment}. */
  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
