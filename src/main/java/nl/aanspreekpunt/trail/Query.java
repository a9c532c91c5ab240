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
 * @param logins official id of whose log-ins and log-outs are in it; null: everybody's
 */
public record Query(
    String by, Set<Subject> subjects, Instant from, Instant until, String before, String logins) {
  public Query {
    subjects = Set.copyOf(subjects);
  }

  public Query(String by, Set<Subject> subjects, Instant from, Instant until, String before) {
    this(by, subjects, from, until, before, null);
  }

  /**
   * @param official null: everybody's
   */
  public Query loginsOf(String official) {
    return new Query(by, subjects, from, until, before, official);
  }

  /** Nobody's log-ins are asked for that are not in it. */
  boolean has(Subject subject) {
    return subjects.contains(subject)
        && (subject != Subject.LOGIN || logins == null || by == null || by.equals(logins));
  }

  /** Null: of anybody. */
  String by(Subject subject) {
    return subject == Subject.LOGIN && logins != null ? logins : by;
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
    return new Query(by, subjects, from, until, last, logins);
  }
}
