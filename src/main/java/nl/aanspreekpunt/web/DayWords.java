package nl.aanspreekpunt.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.promise.OpeningHours;
import nl.aanspreekpunt.promise.OpeningHours.Span;

/** The days that somebody works, in words. */
public record DayWords(Frame frame) {
  private static final LocalTime NOON = LocalTime.NOON;
  private static final LocalTime LUNCH = LocalTime.of(13, 0);

  /**
   * "Works Monday and Tuesday morning. Back Thursday …": null for who works whenever their team is
   * open. When they are back is said on a day on which they do not work any more.
   */
  public String of(Official official, Directory directory, Instant now) {
    if (official.hours() == null || official.hours().always()) {
      return null;
    }
    String works = frame.say("days.works", of(official.hours()));
    return back(official.id(), directory, now)
        .map(at -> works + " " + frame.say("days.back", frame.moments().say(at)))
        .orElse(works);
  }

  /** Empty while they work today, and when nobody knows. */
  private static Optional<Instant> back(String official, Directory directory, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, directory.zone());
    return directory
        .back(official, now)
        .filter(at -> LocalDate.ofInstant(at, directory.zone()).isAfter(today));
  }

  /** "maandag, dinsdagochtend en vrijdag in even weken". */
  String of(OpeningHours hours) {
    List<String> all = each(hours, this::day);
    int last = all.size() - 1;
    return last == 0
        ? all.get(0)
        : frame.say("days.and", String.join(", ", all.subList(0, last)), all.get(last));
  }

  /** Each day in words of its own; two where odd weeks differ from even ones. */
  public List<String> each(OpeningHours hours, BiFunction<DayOfWeek, List<Span>, String> said) {
    List<String> all = new ArrayList<>();
    for (DayOfWeek day : hours.weekdays()) {
      List<Span> odd = hours.odd().getOrDefault(day, List.of());
      List<Span> even = hours.even().getOrDefault(day, List.of());
      if (odd.equals(even)) {
        all.add(said.apply(day, odd));
        continue;
      }
      if (!odd.isEmpty()) {
        all.add(frame.say("days.odd", said.apply(day, odd)));
      }
      if (!even.isEmpty()) {
        all.add(frame.say("days.even", said.apply(day, even)));
      }
    }
    return all;
  }

  private String day(DayOfWeek day, List<Span> spans) {
    String name = day.getDisplayName(TextStyle.FULL, frame.words().locale());
    boolean afternoon = spans.stream().noneMatch(span -> span.from().isBefore(NOON));
    boolean morning =
        spans.stream()
            .noneMatch(
                span -> span.until().isAfter(LUNCH) || span.until().equals(LocalTime.MIDNIGHT));
    return morning
        ? frame.say("days.morning", name)
        : afternoon ? frame.say("days.afternoon", name) : name;
  }
}
