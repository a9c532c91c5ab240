package nl.aanspreekpunt.web.login;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.aanspreekpunt.trail.Deed;
import nl.aanspreekpunt.trail.Kind;
import nl.aanspreekpunt.trail.Trail;

/**
 * Puts on the trail who was kept out. Nobody waits for it, so that the answer takes as long for an
 * account that does not exist. Each hour so many one by one, of one account and in all, and of the
 * rest how many: who goes on guessing fills nothing.
 */
final class Refusals {
  static final int OF_ONE = 20;
  static final int IN_ALL = 500;

  private final Trail trail;
  private final String node = UUID.randomUUID().toString().substring(0, 13);
  private final Set<String> known = new HashSet<>();
  private final Map<String, Integer> each = new HashMap<>();
  private String hour = "";
  private int more;

  Refusals(Trail trail) {
    this.trail = trail;
  }

  /**
   * @param official id; null: of an account that does not exist
   */
  synchronized void note(Kind kind, String official, String origin, Instant now) {
    over(now);
    String whose = official == null ? "-" : official;
    String id = String.join("/", kind.name(), whose, origin, hour);
    if (known.contains(id)) {
      return;
    }
    if (known.size() >= IN_ALL || each.getOrDefault(whose, 0) >= OF_ONE) {
      more++;
      return;
    }
    known.add(id);
    each.merge(whose, 1, Integer::sum);
    trail.note(Deed.of(id, now, official, kind).from(origin));
  }

  /** Says how many more there were, when the hour is over. */
  synchronized void over(Instant now) {
    String is = Trail.hour(now);
    if (is.equals(hour)) {
      return;
    }
    if (more > 0) {
      String id = String.join("/", "more", node, hour);
      trail.note(Deed.of(id, now, null, Kind.MORE_REFUSED).detail(Integer.toString(more)));
    }
    known.clear();
    each.clear();
    more = 0;
    hour = is;
  }
}
