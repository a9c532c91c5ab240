package nl.aanspreekpunt.promise;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.aanspreekpunt.promise.SpokenDays.Days;
import nl.aanspreekpunt.promise.SpokenTimes.Read;

/** The day on which somebody is back, as their mailbox says it in Dutch or English. */
public final class BackOn {
  private static final int MOST_CHARACTERS = 5_000;
  private static final int FURTHEST = 366;

  /** Words that may stand between what announces a day and the day. */
  private static final int BETWEEN = 6;

  private static final Set<String> UNTIL = Set.of("tot", "until", "till", "til");
  private static final Set<String> THROUGH = Set.of("through", "thru");
  private static final Set<String> BACK =
      Set.of("terug", "weer", "vanaf", "back", "return", "returning", "returns", "retour", "again");

  private BackOn() {}

  /**
   * The first that is said: "afwezig tot 14 december" is that day, "tot en met" the day after it.
   * Empty when no day to come within a year is said.
   */
  public static Optional<LocalDate> in(String text, LocalDate today) {
    String read = text == null ? "" : text;
    Spoken words = Spoken.of(read.substring(0, Math.min(MOST_CHARACTERS, read.length())));
    return first(words, UNTIL, today).or(() -> first(words, BACK, today));
  }

  private static Optional<LocalDate> first(Spoken words, Set<String> sign, LocalDate today) {
    for (int at = 0; at < words.size(); at++) {
      boolean last = last(words, at) && sign.equals(UNTIL);
      if (last || words.at(at, sign)) {
        Optional<LocalDate> day =
            after(words, at, today)
                .map(said -> last ? said.plusDays(1) : said)
                .filter(said -> said.isAfter(today) && said.isBefore(today.plusDays(FURTHEST)));
        if (day.isPresent()) {
          return day;
        }
      }
    }
    return Optional.empty();
  }

  /** The day that is said is still away: "tot en met", "t/m", "through", "up to and including". */
  private static boolean last(Spoken words, int at) {
    return words.row(at, "tot", "en", "met")
        || words.row(at, "t", "m")
        || words.at(at, THROUGH)
        || words.row(at, "until", "and", "including")
        || words.row(at, "to", "and", "including");
  }

  private static Optional<LocalDate> after(Spoken words, int sign, LocalDate today) {
    for (int at = sign + 1; at <= sign + BETWEEN && at < words.size(); at++) {
      Optional<LocalDate> said = SpokenDays.at(words, at, today).flatMap(it -> day(it, today));
      if (said.isPresent()) {
        // "maandag 14 december" is the 14th.
        int next = SpokenDays.at(words, at, today).map(Read::end).orElseThrow();
        int day = words.at(next).equals(",") ? next + 1 : next;
        return SpokenDays.at(words, day, today).map(Read::what).map(Days::date).or(() -> said);
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> day(Read<Days> said, LocalDate today) {
    if (said.what().date() != null) {
      return Optional.of(said.what().date());
    }
    return said.what().days().stream()
        .findFirst()
        .map(day -> SpokenDays.coming(today, day.getValue()));
  }
}
