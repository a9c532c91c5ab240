package nl.aanspreekpunt.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.promise.OpeningHours;
import nl.aanspreekpunt.promise.OpeningHours.Span;

/** When somebody can be called, in words. */
public record HourWords(Frame frame, Directory directory, Instant now) {
  private static final int LOOK_AHEAD_DAYS = 30;

  /** Today, and the next day on which they work. */
  public List<String> of(Official one) {
    LocalDate today = LocalDate.ofInstant(now, directory.zone());
    List<String> lines = new ArrayList<>();
    List<Span> still = still(on(one, today));
    lines.add(
        still.isEmpty()
            ? frame.say("speak.hours.today.not")
            : frame.say("speak.hours.today", said(still)));
    for (int ahead = 1; ahead <= LOOK_AHEAD_DAYS; ahead++) {
      LocalDate day = today.plusDays(ahead);
      List<Span> spans = on(one, day);
      if (!spans.isEmpty()) {
        lines.add(
            ahead == 1
                ? frame.say("speak.hours.tomorrow", said(spans))
                : frame.say("speak.hours.next", named(day), said(spans)));
        break;
      }
    }
    return lines;
  }

  /** Whether they can be called at this moment. */
  public boolean nowOf(Official one) {
    LocalTime time = now.atZone(directory.zone()).toLocalTime();
    return on(one, LocalDate.ofInstant(now, directory.zone())).stream()
        .anyMatch(span -> !time.isBefore(span.from()) && time.isBefore(end(span)));
  }

  private List<Span> on(Official one, LocalDate day) {
    OpeningHours hours = one.hours() == null ? directory.opening(one.team()) : one.hours();
    if (hours.always()) {
      return List.of(new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
    }
    Instant noon = day.atTime(LocalTime.NOON).atZone(directory.zone()).toInstant();
    boolean off =
        directory.closed(day)
            || directory.absence(one.id(), noon).isPresent()
            || !directory.employed(one.id(), noon);
    return off ? List.of() : hours.on(day);
  }

  /** What is not over yet. */
  private List<Span> still(List<Span> spans) {
    LocalTime time = now.atZone(directory.zone()).toLocalTime();
    return spans.stream().filter(span -> end(span).isAfter(time)).toList();
  }

  private static LocalTime end(Span span) {
    return span.until().equals(LocalTime.MIDNIGHT) ? LocalTime.MAX : span.until();
  }

  private String said(List<Span> spans) {
    return spans.stream()
        .map(
            span ->
                frame.say(
                    "speak.hours.span",
                    span.from(),
                    span.until().equals(LocalTime.MIDNIGHT) ? "24:00" : span.until()))
        .collect(Collectors.joining(", "));
  }

  private String named(LocalDate day) {
    String weekday = day.getDayOfWeek().getDisplayName(TextStyle.FULL, frame.words().locale());
    Instant noon = day.atTime(LocalTime.NOON).atZone(directory.zone()).toInstant();
    return weekday + " " + frame.moments().date(noon);
  }
}
