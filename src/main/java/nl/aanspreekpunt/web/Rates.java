package nl.aanspreekpunt.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often somebody may do something within a window. Remembers a bounded number of somebodies;
 * the one longest not heard from is forgotten first. For one event loop.
 */
public final class Rates {
  private static final int MOST = 10_000;

  private record Count(Instant since, int times) {}

  private final int limit;
  private final Duration window;
  private final Map<String, Count> counts =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > MOST;
        }
      };

  public Rates(int limit, Duration window) {
    this.limit = limit;
    this.window = window;
  }

  /** Counts one more; false when that is too many. */
  public boolean allow(String who, Instant now) {
    Count count = counts.get(who);
    if (count == null || !now.isBefore(count.since().plus(window))) {
      count = new Count(now, 0);
    }
    counts.put(who, new Count(count.since(), Math.min(count.times() + 1, limit + 1)));
    return count.times() < limit;
  }

  /** From when it is allowed again. */
  public Instant again(String who, Instant now) {
    Count count = counts.get(who);
    return count == null || count.times() <= limit ? now : count.since().plus(window);
  }
}
