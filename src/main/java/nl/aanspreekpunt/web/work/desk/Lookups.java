package nl.aanspreekpunt.web.work.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How many different numbers and addresses somebody looked up within the hour; the same one again
 * is none more. Remembers a bounded number of somebodies. For one event loop.
 */
final class Lookups {
  static final int MOST = 60;
  private static final Duration WINDOW = Duration.ofHours(1);
  private static final int PEOPLE = 2_000;

  private record Looked(Instant since, Set<String> what) {}

  private final Map<String, Looked> byWhom =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Looked> eldest) {
          return size() > PEOPLE;
        }
      };

  /** False when that is one too many. */
  boolean allow(String who, String what, Instant now) {
    Looked looked = byWhom.get(who);
    if (looked == null || !now.isBefore(looked.since().plus(WINDOW))) {
      looked = new Looked(now, new HashSet<>());
      byWhom.put(who, looked);
    }
    return looked.what().contains(what) || (looked.what().size() < MOST && looked.what().add(what));
  }

  /** From when more are allowed. */
  Instant again(String who, Instant now) {
    Looked looked = byWhom.get(who);
    return looked == null ? now : looked.since().plus(WINDOW);
  }
}
