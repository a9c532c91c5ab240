package nl.aanspreekpunt.promise;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.promise.SpokenDays.Days;
import nl.aanspreekpunt.promise.SpokenTimes.Read;
import nl.aanspreekpunt.promise.SpokenTimes.Span;

/**
 * When it suits somebody to be called, read in their own words, Dutch or English. What is not
 * understood is kept to be shown; nothing is guessed.
 *
 * @param slots any of these suits; empty: nothing was read
 * @param unread the words that were not understood, as they were written
 */
public record PreferredTimes(List<Slot> slots, List<String> unread) {
  /** Characters that are read; more is unread. */
  static final int LONGEST = 500;

  private static final int MOST_SLOTS = 20;
  private static final Set<String> NOT =
      Set.of("niet", "geen", "nooit", "behalve", "not", "never", "no", "except", "don't");

  /** What people write around a time and says nothing of it. */
  private static final Set<String> AROUND =
      Stream.of(
              ("liever op in de het 's s graag liefst bij voorkeur en of uur u uw kan kunt kun kunnen ik ben"
                      + " wij we zijn bereikbaar thuis mij me ons bel bellen belt gebeld worden terug"
                      + " terugbellen svp aub alstublieft best beste alleen dan is wel ook het beste"
                      + " goed prima ja hallo dag dank dankjewel bedankt mvg groet"
                      + " please on the at and or only i am i'm can be reached available call me us"
                      + " back a an best preferably is fine good any yes hello hi thanks thank you"
                      + " week mogelijk komt uit past heb heeft tijd that works for would suits it")
                  .split(" "))
          .collect(Collectors.toUnmodifiableSet());

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
    unread = List.copyOf(unread);
  }

  /** Whether it suits then; it does at any time when nothing was read. */
  public boolean suit(LocalDateTime moment) {
    return slots.isEmpty() || slots.stream().anyMatch(slot -> slot.has(moment));
  }

  /**
   * @param words null is as empty
   * @param said the day on which it was said
   */
  public static PreferredTimes in(String words, LocalDate said) {
    return words == null || words.isBlank()
        ? new PreferredTimes(List.of(), List.of())
        : new Reading(words, said).read();
  }

  /** The stretch of a text in which times were read, as it was written; empty when none was. */
  public static Optional<String> within(String text, LocalDate said) {
    Reading reading = new Reading(text, said);
    reading.read();
    return reading.first < 0
        ? Optional.empty()
        : Optional.of(reading.written.substring(reading.first, reading.last));
  }

  /** One walk over the words; lives within {@link #in}. */
  private static final class Reading {
    private final String written;
    private final Spoken text;
    private final LocalDate said;
    private final List<Slot> slots = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private final List<Days> days = new ArrayList<>();
    private final List<Span> times = new ArrayList<>();
    private int first = -1;
    private int last;

    Reading(String words, LocalDate said) {
      this.written = words.substring(0, Math.min(LONGEST, words.length()));
      this.text = Spoken.of(written);
      this.said = said;
      if (words.length() > LONGEST) {
        unread.add("…");
      }
    }

    PreferredTimes read() {
      int at = 0;
      while (at < text.size()) {
        at = one(at);
      }
      group();
      return new PreferredTimes(slots.subList(0, Math.min(MOST_SLOTS, slots.size())), unread);
    }

    /** The index after what stands here. */
    private int one(int at) {
      Optional<Read<Days>> day = SpokenDays.at(text, at, said);
      if (day.isPresent()) {
        day(day.get().what());
        return read(at, day.get().end());
      }
      Optional<Read<Span>> time = SpokenTimes.at(text, at);
      if (time.isPresent()) {
        times.add(time.get().what());
        return read(at, time.get().end());
      }
      boolean says = text.words().get(at).sign() || text.at(at, AROUND);
      return says ? at + 1 : unread(at);
    }

    private int read(int from, int end) {
      int start = text.row(from - 1, "'s") ? from - 1 : from;
      first = first < 0 ? text.words().get(start).start() : first;
      last = text.words().get(end - 1).end();
      return end;
    }

    /** A day after a time begins anew: "maandag na 3, dinsdag voor 10". */
    private void day(Days day) {
      if (!days.isEmpty() && !times.isEmpty()) {
        group();
      }
      if (day.span() == null) {
        days.add(day);
      } else {
        add(day, day.span());
      }
    }

    private void group() {
      List<Days> on = days.isEmpty() ? List.of(every()) : List.copyOf(days);
      List<Span> at = times.isEmpty() ? List.of(Span.ALL) : List.copyOf(times);
      if (!days.isEmpty() || !times.isEmpty()) {
        on.forEach(day -> at.forEach(span -> add(day, span)));
      }
      days.clear();
      times.clear();
    }

    private static Days every() {
      return new Days(null, EnumSet.allOf(DayOfWeek.class), null);
    }

    private void add(Days day, Span span) {
      Set<DayOfWeek> of = day.date() == null ? day.days() : Set.of();
      slots.add(new Slot(day.date(), Set.copyOf(of), span.from(), span.until()));
    }

    /** Words that are not known; after a "not" all up to the next sign. */
    private int unread(int at) {
      int end = at + 1;
      boolean not = text.at(at, NOT);
      while (end < text.size() && !text.words().get(end).sign() && (not || unknown(end))) {
        end++;
      }
      int from = text.words().get(at).start();
      unread.add(written.substring(from, text.words().get(end - 1).end()));
      return end;
    }

    private boolean unknown(int at) {
      return !text.at(at, AROUND)
          && SpokenDays.at(text, at, said).isEmpty()
          && SpokenTimes.at(text, at).isEmpty();
    }
  }

  /** The days of a slot as few words for a log or a test. */
  @Override
  public String toString() {
    return slots.stream().map(PreferredTimes::brief).collect(Collectors.joining("; "))
        + (unread.isEmpty() ? "" : " ? " + unread);
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
