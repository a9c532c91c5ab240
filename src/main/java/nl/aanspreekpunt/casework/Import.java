package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.official.Fed;

/**
 * What a table of officials brings about, as it was shown; once confirmed, any node can go on.
 *
 * @param by official id of who gave it in, or "hub" for a system
 * @param people what it says of them; the first step, when there are any
 * @param leaving official ids, a step each
 * @param returning likewise
 * @param done how many steps were taken
 * @param running false before it was confirmed and at its end
 */
public record Import(
    String id,
    long version,
    String by,
    Instant at,
    List<Fed> people,
    List<String> leaving,
    List<String> returning,
    int done,
    boolean running) {
  public Import {
    people = people == null ? List.of() : List.copyOf(people);
    leaving = leaving == null ? List.of() : List.copyOf(leaving);
    returning = returning == null ? List.of() : List.copyOf(returning);
  }

  /** The people, then each who leaves, then each who is back. */
  public int steps() {
    return 1 + leaving.size() + returning.size();
  }

  public boolean ended() {
    return done == steps();
  }

  /** It was only shown so far. */
  public boolean waits() {
    return !running && done == 0;
  }

  Import begun() {
    return new Import(id, version + 1, by, at, people, leaving, returning, done, true);
  }

  Import advanced() {
    int next = done + 1;
    return new Import(id, version + 1, by, at, people, leaving, returning, next, next < steps());
  }
}
