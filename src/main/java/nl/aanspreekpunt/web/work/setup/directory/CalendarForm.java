package nl.aanspreekpunt.web.work.setup.directory;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Matter;
import nl.aanspreekpunt.official.Place;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Wording;

/** When the municipality is open, and the days on which nobody works. */
final class CalendarForm implements Subject {
  private static final Place HOLIDAYS = Place.of("holidays");

  @Override
  public String one() {
    return "kalender";
  }

  @Override
  public String many() {
    return "kalender";
  }

  @Override
  public boolean single() {
    return true;
  }

  @Override
  public Place place(String id) {
    return HOLIDAYS;
  }

  @Override
  public List<Field> fields(Seen seen, String id) {
    List<Choice> liberation =
        List.of(
            Seen.choice("false", seen.words().say("gids.liberation.false")),
            Seen.choice("true", seen.words().say("gids.liberation.true")),
            Seen.choice("lustrum", seen.words().say("gids.liberation.lustrum")));
    return List.of(
        Field.area("hours", Place.of("hours"), seen.hours()),
        Field.flag("good-friday", HOLIDAYS.then("good-friday")),
        Field.one("liberation-day", HOLIDAYS.then("liberation-day"), liberation)
            .as(Codec.or("false"))
            .needed(),
        Field.flag("bridge-days", HOLIDAYS.then("bridge-days")),
        Field.area("closed", HOLIDAYS.then("closed"), new DaysOff(seen.words().language())));
  }

  @Override
  public List<Means> means(Seen seen, String id, Filled filled, Directory as) {
    Wording words = seen.words();
    NormExamples examples = new NormExamples(seen, as);
    List<String> counts = new ArrayList<>();
    counts.add(words.say("gids.kalender.counts.open"));
    counts.add(words.say("gids.kalender.counts.calendar"));
    counts.add(words.say("gids.stays.calendar"));
    counts.add(examples.answer(Matter.about(null, null)));
    String own =
        as.teams().stream()
            .filter(team -> team.hours() != null)
            .map(Team::name)
            .collect(Collectors.joining(", "));
    if (!own.isEmpty()) {
      counts.add(words.say("gids.kalender.teams", own));
    }
    return List.of(
        Means.of(words.say("norms.closed"), closed(seen, as), Means.Before.ALWAYS),
        Means.of(words.say("gids.kalender.counts"), counts, Means.Before.ALWAYS));
  }

  private static List<String> closed(Seen seen, Directory as) {
    DateTimeFormatter day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(seen.words().locale());
    LocalDate today = LocalDate.ofInstant(seen.now(), as.zone());
    List<String> days =
        today.datesUntil(today.plusYears(1)).filter(as::closed).map(day::format).toList();
    return days.isEmpty() ? List.of(seen.words().say("norms.closed.none")) : days;
  }
}
