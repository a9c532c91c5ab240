package nl.aanspreekpunt.trail;

import java.time.Instant;
import java.util.Set;

/**
 * Which part of the trail is asked for, newest first.
 *
 * @param by official id; null: of anybody
 * @param from the first moment that counts
 * @param until the first that does not
 * @param before key of the last that was seen; null: from the newest on
 */
public record Query(String by, Set<Subject> subjects, Instant from, Instant until, String before) {
  public Query {
    subjects = Set.copyOf(subjects);
  }

  String first() {
    return Moment.key(from);
  }

  /** Key of the first that does not count. */
  String end() {
    String until = Moment.key(this.until);
    return before != null && before.compareTo(until) < 0 ? before : until;
  }

  /** The same as a moment, for what is not found by key; a little later rather than earlier. */
  Instant endsAt() {
    return Instant.ofEpochMilli(Long.parseLong(end().substring(0, Moment.LENGTH)) + 1);
  }

  public Query after(String last) {
    return new Query(by, subjects, from, until, last);
  }
}
