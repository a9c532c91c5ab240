package nl.aanspreekpunt.web.work.setup.directory;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.web.Moments;

/** Who has which day of a rota, and who of them is away soon. */
record Week(Seen seen, Directory as) {
  private static final Duration SOON = Duration.ofDays(30);

  /**
   * @param rota as it stands in the file: a list of maps; anything else: nobody
   */
  List<Means> of(Object rota) {
    List<?> duties = rota instanceof List<?> list ? list : List.of();
    List<Means.Line> days = new ArrayList<>();
    Set<String> all = new LinkedHashSet<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      Set<String> theirs = on(day, duties);
      all.addAll(theirs);
      String names =
          theirs.stream().map(seen.names()::of).distinct().collect(Collectors.joining(", "));
      String said = names.isEmpty() ? seen.words().say("gids.week.nobody") : names;
      days.add(new Means.Line(Weekdays.name(day, seen.words()), said));
    }
    List<Means> means = new ArrayList<>();
    means.add(new Means(seen.words().say("gids.week"), days, Means.Before.ALWAYS));
    List<String> away = away(all);
    if (!away.isEmpty()) {
      means.add(Means.of(seen.words().say("gids.week.away"), away, Means.Before.ALWAYS));
    }
    return means;
  }

  private static Set<String> on(DayOfWeek day, List<?> duties) {
    Set<String> theirs = new LinkedHashSet<>();
    for (Object one : duties) {
      if (one instanceof Map<?, ?> duty
          && duty.get("official") instanceof String official
          && Weekdays.of(duty.get("days")).contains(day)) {
        theirs.add(official);
      }
    }
    return theirs;
  }

  private List<String> away(Set<String> officials) {
    Moments moments = new Moments(as.zone(), seen.words(), seen.now());
    Instant soon = seen.now().plus(SOON);
    List<String> lines = new ArrayList<>();
    for (String official : officials) {
      if (as.official(official).isPresent() && !as.employed(official, seen.now())) {
        lines.add(seen.words().say("gids.week.left", seen.names().of(official)));
      }
    }
    for (Absence absence : as.absences()) {
      boolean over = absence.until() != null && !absence.until().isAfter(seen.now());
      if (officials.contains(absence.official()) && !over && absence.from().isBefore(soon)) {
        String name = seen.names().of(absence.official());
        String from = moments.date(absence.from());
        lines.add(
            absence.until() == null
                ? seen.words().say("gids.week.away.open", name, from)
                : seen.words()
                    .say("gids.week.away.until", name, from, moments.date(absence.until())));
      }
    }
    return lines;
  }
}
