package nl.aanspreekpunt.promise;

import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One step of a ladder: when, whom it is meant for, and what it does. */
public record Rung(When when, To to, Does does) {
  private static final Pattern SHARE = Pattern.compile("(\\d{1,3})%");
  private static final Pattern CLOCK = Pattern.compile("\\d\\d:\\d\\d");

  /** Whom a step is meant for; when absent or already told it goes to the next one up. */
  public enum To {
    OFFICIAL,
    DEPUTY,
    /** Of those who know the topic, else of the team, the one with most room. */
    COLLEAGUE,
    COORDINATOR,
    MANAGER,
    CITIZEN
  }

  /** What a step does. */
  public enum Does {
    REMIND,
    /** Says that it will be late, or is. The only step for a citizen, who also reads who helps. */
    WARN,
    ACT,
    /** From here on every hour counts, as for a principle, and nothing waits for the morning. */
    RAISE_URGENCY,
    REQUIRE_REASSIGNMENT,
    /** Responsibility passes on by itself. */
    TAKE_OVER,
    /** As the last rung it repeats at its own interval until the promise ends. */
    TELL;

    /** Somebody else is to see to it from then on. */
    public boolean passesOn() {
      return this == ACT || this == REQUIRE_REASSIGNMENT || this == TAKE_OVER;
    }
  }

  /** From which moment a step is due. */
  public sealed interface When {
    /**
     * @param time the promise's clock
     */
    Instant of(Promise promise, WorkingTime time);

    /** A share of the time between made and due, 1 to 100. */
    record Share(int percent) implements When {
      @Override
      public Instant of(Promise promise, WorkingTime time) {
        return time.share(promise.countsFrom(), promise.due(), percent);
      }

      @Override
      public String toString() {
        return percent + "%";
      }
    }

    /** A time after the step before took effect; for the first step after the due time. */
    record After(Norm delay) implements When {
      @Override
      public Instant of(Promise promise, WorkingTime time) {
        return time.after(promise.lastStep().map(Promise.Step::at).orElse(promise.due()), delay);
      }

      @Override
      public String toString() {
        return "+" + delay;
      }
    }

    /**
     * The first time the municipality's clock shows this on an open day, later than the step
     * before; for the first step not before the due time.
     */
    record Clock(LocalTime shows) implements When {
      @Override
      public Instant of(Promise promise, WorkingTime time) {
        return time.next(
            promise.lastStep().map(Promise.Step::at).orElse(promise.due().minusNanos(1)), shows);
      }

      @Override
      public String toString() {
        return shows.toString();
      }
    }
  }

  /**
   * A step as written in the directory.
   *
   * @param at a share of the time ({@code 75%}), a time after the step before ({@code +PT4H}), or a
   *     time of day ({@code "09:00"})
   * @throws LadderRefused with one line for people
   */
  public static Rung parse(String at, String to, String does) {
    To whom = one(To.values(), to, "to");
    Does what = one(Does.values(), does, "does");
    if (whom == To.CITIZEN && what != Does.WARN) {
      throw new LadderRefused(
          LadderRefused.Why.CITIZEN, "does: to a citizen a step can only be warn");
    }
    return new Rung(when(at == null ? "" : at), whom, what);
  }

  private static When when(String at) {
    if (at.startsWith("+")) {
      return new When.After(delay(at.substring(1)));
    }
    if (CLOCK.matcher(at).matches()) {
      return new When.Clock(clock(at));
    }
    Matcher share = SHARE.matcher(at);
    int percent = share.matches() ? Integer.parseInt(share.group(1)) : 0;
    if (percent < 1 || percent > 100) {
      throw new LadderRefused(
          LadderRefused.Why.WHEN,
          "at: '"
              + at
              + "'? write 1% to 100% of the time, +PT4H after the step before, or a time of day"
              + " such as \"09:00\"");
    }
    return new When.Share(percent);
  }

  private static Norm delay(String written) {
    try {
      return Norm.parse(written);
    } catch (IllegalArgumentException e) {
      throw new LadderRefused(LadderRefused.Why.WHEN, "at: " + e.getMessage());
    }
  }

  private static LocalTime clock(String written) {
    try {
      return LocalTime.parse(written);
    } catch (DateTimeParseException e) {
      throw new LadderRefused(LadderRefused.Why.WHEN, "at: '" + written + "' is no time of day");
    }
  }

  private static <E extends Enum<E>> E one(E[] values, String written, String key) {
    return Arrays.stream(values)
        .filter(value -> word(value).equals(written))
        .findFirst()
        .orElseThrow(
            () ->
                new LadderRefused(
                    LadderRefused.Why.WORDS,
                    key
                        + ": '"
                        + written
                        + "' is not one of "
                        + String.join(", ", Arrays.stream(values).map(Rung::word).toList())));
  }

  /** To whom, what and when: {@code deputy act 100%}. The same for the same step. */
  String written() {
    return deed() + " " + when;
  }

  /** The same without its time. */
  String deed() {
    return word(to) + " " + word(does);
  }

  /** Of a step as it was {@link #written}. */
  static String deed(String written) {
    return written.substring(0, written.indexOf(' ', written.indexOf(' ') + 1));
  }

  /** As written in the directory and in records: {@code require-reassignment}. */
  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
