package nl.aanspreekpunt.web.work;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Matter;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.official.Topic;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.Norm;
import nl.aanspreekpunt.promise.OpeningHours;
import nl.aanspreekpunt.promise.OpeningHours.Span;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.promise.Rung;
import nl.aanspreekpunt.web.DayWords;
import nl.aanspreekpunt.web.Frame;

/** From the directory to the page of norms, hours and ladders. */
final class NormsView {
  private static final int DAYS = 366;
  private static final int WEEK = 7;
  private final Frame frame;
  private final Directory directory;
  private final LocalDate today;

  NormsView(Frame frame, Moment moment) {
    this.frame = frame;
    this.directory = moment.directory();
    this.today = LocalDate.ofInstant(moment.now(), directory.zone());
  }

  NormsPage page() {
    return new NormsPage(
        frame,
        directory.teams().stream().map(this::team).toList(),
        closed(),
        frame.viewer().is(Role.ADMINISTRATOR));
  }

  private NormsPage.Team team(Team team) {
    return new NormsPage.Team(
        team.name(),
        hours(directory.opening(team.id())),
        directory.topics().stream()
            .filter(topic -> topic.team().equals(team.id()))
            .map(this::topic)
            .toList(),
        within(directory.norm(PromiseKind.FRICTION, Matter.about(null, team.id()))),
        directory.ladder(team.id()).rungs().stream().map(this::step).toList());
  }

  private List<String> hours(OpeningHours hours) {
    if (hours.always()) {
      return List.of(frame.say("norms.always"));
    }
    return new DayWords(frame).each(hours, this::line);
  }

  /** A break at noon shows as two spans. */
  private String line(DayOfWeek day, List<Span> spans) {
    String name = day.getDisplayName(TextStyle.FULL, frame.words().locale());
    String all = spans.stream().map(Span::toString).collect(Collectors.joining(", "));
    return name + ": " + all;
  }

  private NormsPage.Topic topic(Topic topic) {
    Matter question = Matter.about(topic.id(), topic.team());
    return new NormsPage.Topic(
        topic.name().in(frame.words().language()),
        within(directory.norm(PromiseKind.ANSWER, question)),
        within(directory.norm(PromiseKind.CALLBACK, question)),
        within(directory.norm(PromiseKind.CONSULT, question)),
        within(directory.norm(PromiseKind.BACKING, question)),
        within(directory.norm(PromiseKind.ELSEWHERE, question)),
        decision(topic, LegalClass.COMPLAINT),
        decision(topic, LegalClass.FORMAL));
  }

  private String decision(Topic topic, LegalClass legal) {
    Matter matter = new Matter(topic.id(), topic.team(), null, legal);
    String term = within(directory.norm(PromiseKind.DECISION, matter));
    return directory
        .extension(matter)
        .map(more -> frame.say("norms.extended", term, more.times(), within(more.by())))
        .orElse(term);
  }

  private String within(Norm norm) {
    if (norm.onCalendar()) {
      return norm.calendarDays() % WEEK == 0
          ? count("norms.weeks", norm.calendarDays() / WEEK)
          : frame.say("norms.calendar", norm.calendarDays());
    }
    if (norm.days() > 0) {
      return count("norms.days", norm.days());
    }
    long minutes = norm.time().toMinutes();
    return minutes % 60 == 0 ? count("norms.hours", minutes / 60) : count("norms.minutes", minutes);
  }

  private String count(String key, long number) {
    return frame.say(number == 1 ? key + ".one" : key, number);
  }

  private String step(Rung rung) {
    return frame.say(
        "norms.step",
        when(rung.when()),
        frame.say("norms.to." + rung.to()),
        frame.say("norms.does." + rung.does()));
  }

  private String when(Rung.When when) {
    if (when instanceof Rung.When.Share share) {
      return share.percent() == 100
          ? frame.say("norms.at.due")
          : frame.say("norms.at.share", share.percent());
    }
    return when instanceof Rung.When.After after
        ? frame.say("norms.at.after", within(after.delay()))
        : frame.say("norms.at.clock", ((Rung.When.Clock) when).shows());
  }

  /** Also what falls in a weekend, as it is on the calendar of who plans. */
  private List<String> closed() {
    DateTimeFormatter day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(frame.words().locale());
    return today
        .datesUntil(today.plusDays(DAYS))
        .filter(directory::closed)
        .map(day::format)
        .toList();
  }
}
