package nl.aanspreekpunt.official;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who can change the directory: without any of them nobody could again. Pure. */
public record Administrators(List<Official> officials, List<Departure> departures, Instant now) {
  /** Whether somebody who leaves is the last one that there is, or that would stay. */
  public static boolean isLast(Directory directory, String official, Instant now) {
    List<Departure> after = new ArrayList<>(directory.departures());
    after.add(new Departure(official, now, null, null));
    return new Administrators(directory.officials(), directory.departures(), now)
        .lostTo(new Administrators(directory.officials(), after, now));
  }

  /** Whether there is none then, now or once all have left who said so, and there was before. */
  boolean lostTo(Administrators then) {
    return (here() && !then.here()) || (stay() && !then.stay());
  }

  private boolean here() {
    return officials.stream()
        .filter(Administrators::is)
        .anyMatch(
            one -> departures.stream().noneMatch(gone -> of(gone, one) && !gone.at().isAfter(now)));
  }

  /** Also when all who leave, on whatever day, have left. */
  private boolean stay() {
    return officials.stream()
        .filter(Administrators::is)
        .anyMatch(one -> departures.stream().noneMatch(gone -> of(gone, one)));
  }

  static boolean is(Official one) {
    return one.roles().contains(Role.ADMINISTRATOR);
  }

  private static boolean of(Departure gone, Official one) {
    return gone.official().equals(one.id());
  }
}
