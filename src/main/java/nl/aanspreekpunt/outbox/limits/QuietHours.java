package nl.aanspreekpunt.outbox.limits;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * When no text message goes to somebody, unless it is urgent: at night where they are. Of a number
 * whose region has several time zones it is quiet while it is night in any of them, when that
 * leaves some of the day; else, and of a number of no region, in the municipality's own.
 *
 * @param from local time at which it becomes quiet; the same as {@code until}: it never is
 * @param until local time at which it ends, on the same day or the next
 * @param home the municipality's time zone
 */
public record QuietHours(LocalTime from, LocalTime until, ZoneId home) {
  private static final int MOST_STEPS = 8;

  public static QuietHours none(ZoneId home) {
    return new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, home);
  }

  /**
   * The first moment from then on at which it is not quiet: that moment itself when it is not.
   *
   * @param number E.164
   */
  public Instant opens(String number, Instant at) {
    List<ZoneId> zones = Zones.of(number);
    return zones.isEmpty() ? in(home, at) : inAll(zones, at).orElseGet(() -> in(home, at));
  }

  /** Empty when it is always night somewhere there. */
  private Optional<Instant> inAll(List<ZoneId> zones, Instant at) {
    Instant open = at;
    for (int step = 0; step < MOST_STEPS; step++) {
      Instant before = open;
      for (ZoneId zone : zones) {
        open = in(zone, open);
      }
      if (open.equals(before)) {
        return Optional.of(open);
      }
    }
    return Optional.empty();
  }

  private Instant in(ZoneId zone, Instant at) {
    ZonedDateTime local = at.atZone(zone);
    if (!quiet(local.toLocalTime())) {
      return at;
    }
    boolean tomorrow = !local.toLocalTime().isBefore(until);
    return local.toLocalDate().plusDays(tomorrow ? 1 : 0).atTime(until).atZone(zone).toInstant();
  }

  private boolean quiet(LocalTime time) {
    return from.isBefore(until)
        ? !time.isBefore(from) && time.isBefore(until)
        : from.isAfter(until) && (!time.isBefore(from) || time.isBefore(until));
  }
}
