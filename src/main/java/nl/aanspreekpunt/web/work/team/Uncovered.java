package nl.aanspreekpunt.web.work.team;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Official;

/** Who is away, or will be within a week, while nobody named for it is here. */
final class Uncovered {
  private static final Duration AHEAD = Duration.ofDays(7);

  private Uncovered() {}

  static List<Official> of(List<Official> staff, Moment moment) {
    return staff.stream()
        .filter(
            one ->
                moment.directory().absences().stream()
                    .filter(away -> away.official().equals(one.id()))
                    .filter(away -> !away.over(moment.now()))
                    .filter(away -> away.from().isBefore(moment.now().plus(AHEAD)))
                    .anyMatch(away -> !covered(away, moment)))
        .toList();
  }

  private static boolean covered(Absence away, Moment moment) {
    Instant at = away.from().isBefore(moment.now()) ? moment.now() : away.from();
    return moment.directory().deputies(away.official(), at).covered();
  }
}
