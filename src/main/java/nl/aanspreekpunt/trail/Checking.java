package nl.aanspreekpunt.trail;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;

/** Checks that what was on record in a period is still there, as it was written. */
public final class Checking {
  private final Entries entries;
  private final Seal sealing;
  private final Keeping keeping;
  private final Clock clock;
  private final CheckRun.Most most;

  public Checking(Entries entries, Seal sealing, Keeping keeping, Clock clock) {
    this(entries, sealing, keeping, clock, CheckRun.Most.USUAL);
  }

  Checking(Entries entries, Seal sealing, Keeping keeping, Clock clock, CheckRun.Most most) {
    this.entries = entries;
    this.sealing = sealing;
    this.keeping = keeping;
    this.clock = clock;
    this.most = most;
  }

  /** Of the chains that began on a day (UTC) of this period; whole days, the oldest first. */
  public Future<Checked> check(Instant from, Instant until) {
    return new CheckRun(entries, sealing, keeping, clock, most, from, until).checked();
  }
}
