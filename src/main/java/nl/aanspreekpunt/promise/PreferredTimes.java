package nl.aanspreekpunt.promise;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When it suits somebody to be called, read in their own words, Dutch or English. What is not
 * understood is kept to be shown; nothing is guessed.
 *
 * @param slots any of these suits; empty: any time does that is not in {@code except}
 * @param except none of these suits
 * @param unread the words that were not understood, as they were written
 */
public record PreferredTimes(List<Slot> slots, List<Slot> except, List<String> unread) {
  /** Characters that are read; more is unread. */
  static final int LONGEST = 500;

  /**
   * @param date null: on any of {@code days}
   * @param days empty with a date; all seven when no day was said
   * @param from inclusive
   * @param until exclusive
   */
  public record Slot(LocalDate date, Set<DayOfWeek> days, LocalTime from, LocalTime until) {
    boolean has(LocalDateTime moment) {
      boolean day =
          date == null ? days.contains(moment.getDayOfWeek()) : date.equals(moment.toLocalDate());
      LocalTime time = moment.toLocalTime();
      return day && !time.isBefore(from) && time.isBefore(until);
    }
  }

  public PreferredTimes {
    slots = List.copyOf(slots);
    except = List.copyOf(except);
    unread = List.copyOf(unread);
  }

  /** Whether it suits then; it does at any time when nothing was read. */
  public boolean suit(LocalDateTime moment) {
    return except.stream().noneMatch(slot -> slot.has(moment))
        && (slots.isEmpty() || slots.stream().anyMatch(slot -> slot.has(moment)));
  }

  /** Whether nothing was read of when it suits, or does not. */
  public boolean any() {
    return slots.isEmpty() && except.isEmpty();
  }

  /**
   * @param words null is as empty
   * @param said the day on which it was said
   */
  public static PreferredTimes in(String words, LocalDate said) {
    return words == null || words.isBlank()
        ? new PreferredTimes(List.of(), List.of(), List.of())
        : new PreferredReading(words, said).read();
  }

  /** The stretch of a text in which times were read, as it was written; empty when none was. */
  public static Optional<String> within(String text, LocalDate said) {
    PreferredReading reading = new PreferredReading(text, said);
    reading.read();
    return reading.stretch();
  }

  /** The days of a slot as few words for a log or a test. */
  @Override
  public String toString() {
    String not = except.isEmpty() ? "" : " not " + brief(except);
    return (brief(slots) + not).strip() + (unread.isEmpty() ? "" : " ? " + unread);
  }

  private static String brief(List<Slot> all) {
    return all.stream().map(PreferredTimes::brief).collect(Collectors.joining("; "));
  }

  private static String brief(Slot slot) {
    String day = slot.date() == null ? days(slot.days()) : slot.date().toString();
    return day + " " + slot.from() + "-" + slot.until();
  }

  private static String days(Set<DayOfWeek> days) {
    return days.stream()
        .sorted()
        .map(day -> day.name().substring(0, 2))
        .collect(Collectors.joining(","));
  }
}
