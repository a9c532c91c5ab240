package nl.aanspreekpunt.search;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.aanspreekpunt.casework.Case;

/**
 * How long to wait for what goes wrong with a case each time: twice as long as the time before,
 * until the case changes. This node's own, and forgotten with it.
 */
final class Patience {
  private static final int MOST = 10_000;
  private final Duration first;
  private final Duration longest;

  private record Waited(long version, Duration last) {}

  private final Map<String, Waited> waited =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Waited> eldest) {
          return size() > MOST;
        }
      };

  Patience(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
  }

  /** Whether it waited before, also before it changed. */
  synchronized boolean knows(Case one) {
    return waited.containsKey(one.id());
  }

  synchronized Duration next(Case one) {
    Waited before = waited.remove(one.id());
    Duration next = first;
    if (before != null && before.version() == one.version()) {
      Duration twice = before.last().multipliedBy(2);
      next = twice.compareTo(longest) < 0 ? twice : longest;
    }
    waited.put(one.id(), new Waited(one.version(), next));
    return next;
  }

  /** It went well. */
  synchronized void over(Case one) {
    waited.remove(one.id());
  }
}
