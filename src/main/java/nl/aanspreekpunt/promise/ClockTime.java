package nl.aanspreekpunt.promise;

import java.time.Duration;
import java.time.Instant;

/** Every hour counts. */
final class ClockTime implements WorkingTime {
  @Override
  public Instant after(Instant start, Norm norm) {
    return start.plus(Duration.ofDays(norm.days())).plus(norm.time());
  }

  @Override
  public Instant share(Instant from, Instant until, int percent) {
    return percent >= 100 || !from.isBefore(until)
        ? until
        : from.plus(
            Duration.between(from, until).multipliedBy(Math.max(percent, 0)).dividedBy(100));
  }

  @Override
  public boolean openAt(Instant moment) {
    return true;
  }

  @Override
  public Instant opening(Instant moment) {
    return moment;
  }
}
