package nl.aanspreekpunt.promise;

import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Times of day as people say them, in Dutch and English. */
final class SpokenTimes {
  private static final LocalTime START = LocalTime.MIN;
  private static final LocalTime END = LocalTime.of(23, 59);
  private static final Pattern CLOCK = Pattern.compile("\\d{1,2}[:.]\\d{2}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
  private static final Set<String> BEFORE =
      Set.of("voor", "uiterlijk", "tot", "before", "by", "until", "till");
  private static final Set<String> AFTER = Set.of("na", "vanaf", "after", "from", "van");
  private static final Set<String> AROUND =
      Set.of("om", "rond", "omstreeks", "tegen", "at", "around", "about");
  private static final Set<String> HOUR = Set.of("uur", "u", "h", "o'clock", "hours");
  private static final Map<String, Span> PARTS =
      Map.ofEntries(
          Map.entry("ochtend", Span.MORNING),
          Map.entry("ochtends", Span.MORNING),
          Map.entry("ochtenden", Span.MORNING),
          Map.entry("morgens", Span.MORNING),
          Map.entry("voormiddag", Span.MORNING),
          Map.entry("morning", Span.MORNING),
          Map.entry("mornings", Span.MORNING),
          Map.entry("middag", Span.AFTERNOON),
          Map.entry("middags", Span.AFTERNOON),
          Map.entry("middagen", Span.AFTERNOON),
          Map.entry("namiddag", Span.AFTERNOON),
          Map.entry("afternoon", Span.AFTERNOON),
          Map.entry("afternoons", Span.AFTERNOON),
          Map.entry("avond", Span.EVENING),
          Map.entry("avonds", Span.EVENING),
          Map.entry("avonden", Span.EVENING),
          Map.entry("evening", Span.EVENING),
          Map.entry("evenings", Span.EVENING),
          Map.entry("lunch", Span.LUNCH),
          Map.entry("lunchtijd", Span.LUNCH),
          Map.entry("lunchpauze", Span.LUNCH),
          Map.entry("lunchtime", Span.LUNCH));
  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("een", 1),
          Map.entry("one", 1),
          Map.entry("twee", 2),
          Map.entry("two", 2),
          Map.entry("drie", 3),
          Map.entry("three", 3),
          Map.entry("vier", 4),
          Map.entry("four", 4),
          Map.entry("vijf", 5),
          Map.entry("five", 5),
          Map.entry("zes", 6),
          Map.entry("six", 6),
          Map.entry("zeven", 7),
          Map.entry("seven", 7),
          Map.entry("acht", 8),
          Map.entry("eight", 8),
          Map.entry("negen", 9),
          Map.entry("nine", 9),
          Map.entry("tien", 10),
          Map.entry("ten", 10),
          Map.entry("elf", 11),
          Map.entry("eleven", 11),
          Map.entry("twaalf", 12),
          Map.entry("twelve", 12));

  private SpokenTimes() {}

  /**
   * A stretch of a day.
   *
   * @param exact it was one moment: "om 10 uur"
   */
  record Span(LocalTime from, LocalTime until, boolean exact) {
    static final Span MORNING = new Span(LocalTime.of(6, 0), LocalTime.NOON, false);
    static final Span AFTERNOON = new Span(LocalTime.NOON, LocalTime.of(17, 0), false);
    static final Span EVENING = new Span(LocalTime.of(17, 0), LocalTime.of(22, 0), false);
    static final Span LUNCH = new Span(LocalTime.NOON, LocalTime.of(13, 0), false);
    static final Span ALL = new Span(LocalTime.MIN, LocalTime.of(23, 59), false);

    boolean has(LocalTime time) {
      return !time.isBefore(from) && time.isBefore(until);
    }
  }

  /**
   * What was read, and where it ends.
   *
   * @param end index of the first word after it
   */
  record Read<T>(T what, int end) {}

  /** A part of the day by name. */
  static Optional<Span> part(String word) {
    return Optional.ofNullable(PARTS.get(word));
  }

  static Optional<Read<Span>> at(Spoken text, int index) {
    boolean not = text.at(index, Set.of("niet", "not"));
    int start = not ? index + 1 : index;
    if (text.at(start, Set.of("tussen", "between"))) {
      return not ? Optional.empty() : between(text, start + 1);
    }
    if (text.at(start, AFTER)) {
      Optional<Read<Span>> both = not ? Optional.empty() : between(text, start + 1);
      return both.or(() -> clock(text, past(text, start + 1)).map(t -> not ? to(t) : since(t)))
          .or(() -> work(text, start));
    }
    if (text.at(start, BEFORE)) {
      return clock(text, past(text, start + 1)).map(t -> not ? since(t) : to(t));
    }
    if (not) {
      return Optional.empty();
    }
    if (text.at(start, AROUND)) {
      return clock(text, past(text, start + 1))
          .map(t -> new Read<>(new Span(t.what(), later(t.what()), true), t.end()));
    }
    return part(text.at(start))
        .map(span -> new Read<>(span, start + 1))
        .or(() -> between(text, start))
        .or(() -> noon(text, start))
        .or(() -> all(text, start));
  }

  /** "na 12:00", "after lunch": between a word and its time may stand "about". */
  private static int past(Spoken text, int index) {
    return text.at(index, AROUND) ? index + 1 : index;
  }

  private static Optional<Read<Span>> between(Spoken text, int start) {
    return clock(text, start)
        .filter(from -> text.at(from.end(), Set.of("en", "tot", "and", "to", "-", "until")))
        .flatMap(
            from ->
                clock(text, from.end() + 1)
                    .filter(until -> until.what().isAfter(from.what()))
                    .map(u -> new Read<>(new Span(from.what(), u.what(), false), u.end())));
  }

  private static Optional<Read<Span>> noon(Spoken text, int index) {
    return text.at(index).equals("noon")
        ? Optional.of(new Read<>(new Span(LocalTime.NOON, LocalTime.of(13, 0), true), index + 1))
        : Optional.empty();
  }

  private static Optional<Read<Span>> all(Spoken text, int index) {
    if (text.at(index, Set.of("altijd", "anytime", "always"))) {
      return Optional.of(new Read<>(Span.ALL, index + 1));
    }
    boolean two = text.row(index, "hele", "dag") || text.row(index, "all", "day");
    return two || text.row(index, "any", "time")
        ? Optional.of(new Read<>(Span.ALL, index + 2))
        : Optional.empty();
  }

  private static Optional<Read<Span>> work(Spoken text, int index) {
    int at = text.at(index + 1).equals("het") || text.at(index + 1).equals("mijn") ? 2 : 1;
    return text.at(index + at, Set.of("werk", "werktijd", "work"))
        ? Optional.of(new Read<>(Span.EVENING, index + at + 1))
        : Optional.empty();
  }

  private static Read<Span> since(Read<LocalTime> time) {
    return new Read<>(new Span(time.what(), END, false), time.end());
  }

  private static Read<Span> to(Read<LocalTime> time) {
    return new Read<>(new Span(START, time.what(), false), time.end());
  }

  private static LocalTime later(LocalTime time) {
    return time.getHour() == 23 ? END : time.plusHours(1);
  }

  /** "12 uur", "14:30", "2 pm", as it stands after a day. */
  static Optional<Read<LocalTime>> bare(Spoken text, int index) {
    boolean colon = CLOCK.matcher(text.at(index)).matches();
    boolean says = colon || text.at(index + 1, HOUR) || text.at(index + 1, Set.of("am", "pm"));
    return says ? clock(text, index) : Optional.empty();
  }

  /** A time of the clock; a number alone is one only after a word that asks for a time. */
  private static Optional<Read<LocalTime>> clock(Spoken text, int index) {
    String word = text.at(index);
    if (word.equals("noon") || word.equals("midday")) {
      return Optional.of(new Read<>(LocalTime.NOON, index + 1));
    }
    if (word.equals("half")) {
      return number(text.at(index + 1))
          .filter(hour -> hour >= 1 && hour <= 12)
          .map(hour -> daytime((hour + 11) % 12, 30, text, index + 2));
    }
    if (CLOCK.matcher(word).matches()) {
      String[] parts = word.split("[:.]", 2);
      return time(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), text, index + 1);
    }
    if (SpokenDays.month(text, index + 1)) {
      return Optional.empty();
    }
    return number(word).flatMap(hour -> time(hour, 0, text, index + 1));
  }

  private static Optional<Integer> number(String word) {
    return NUMBER.matcher(word).matches()
        ? Optional.of(Integer.parseInt(word))
        : Optional.ofNullable(NUMBERS.get(word));
  }

  private static Optional<Read<LocalTime>> time(int hour, int minute, Spoken text, int end) {
    if (hour > 23 || minute > 59) {
      return Optional.empty();
    }
    boolean counts = text.at(end, Set.of("dagen", "weken", "days", "weeks", "maanden", "months"));
    return counts ? Optional.empty() : Optional.of(daytime(hour, minute, text, end));
  }

  /** Nobody calls at three in the night: one to six is after noon, unless it says otherwise. */
  private static Read<LocalTime> daytime(int hour, int minute, Spoken text, int end) {
    int next = text.at(end, HOUR) ? end + 1 : end;
    boolean am = text.at(next).equals("am");
    boolean pm = text.at(next).equals("pm");
    boolean written = text.at(end - 1).startsWith("0");
    int at = hour;
    if ((pm && hour < 12) || (!am && !pm && !written && hour >= 1 && hour <= 6)) {
      at = hour + 12;
    }
    return new Read<>(LocalTime.of(at, minute), am || pm ? next + 1 : next);
  }
}
