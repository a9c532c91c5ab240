package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Several teams round one citizen, with one responsible official.
 *
 * @param by official id of who set it
 * @param meets when they sit together; null: not yet known
 * @param place where; empty: not yet known
 * @param agenda what is talked about
 * @param people officials who take part and read the case until it ends (official ids)
 * @param citizen whether the citizen is invited
 * @param minutes what was said; empty until somebody wrote it
 * @param endedAt null while it lasts
 */
public record CaseTable(
    String by,
    Instant at,
    Instant meets,
    String place,
    String agenda,
    List<String> people,
    boolean citizen,
    List<Agreement> agreements,
    String minutes,
    Instant endedAt) {

  /**
   * What somebody does, and by when: a promise of theirs.
   *
   * @param promise its id; to the citizen when the responsible official gave it
   */
  public record Agreement(String promise, String official, String what, Instant due) {
    Agreement under(String number) {
      return new Agreement(number, official, what, due);
    }
  }

  public CaseTable {
    place = place == null ? "" : place;
    people = people == null ? List.of() : List.copyOf(people);
    agreements = agreements == null ? List.of() : List.copyOf(agreements);
    minutes = minutes == null ? "" : minutes;
  }

  public boolean lasts() {
    return endedAt == null;
  }

  public CaseTable agreed(Agreement one) {
    List<Agreement> more = new ArrayList<>(agreements);
    more.add(one);
    return new CaseTable(by, at, meets, place, agenda, people, citizen, more, minutes, endedAt);
  }

  public CaseTable about(String points) {
    return new CaseTable(
        by, at, meets, place, points, people, citizen, agreements, minutes, endedAt);
  }

  public CaseTable with(String official) {
    List<String> more = new ArrayList<>(people);
    more.add(official);
    return seating(more);
  }

  public CaseTable without(String official) {
    return seating(people.stream().filter(one -> !one.equals(official)).toList());
  }

  /** With these instead of what was agreed. */
  CaseTable agreed(List<Agreement> all) {
    return new CaseTable(by, at, meets, place, agenda, people, citizen, all, minutes, endedAt);
  }

  private CaseTable seating(List<String> all) {
    return new CaseTable(by, at, meets, place, agenda, all, citizen, agreements, minutes, endedAt);
  }

  public CaseTable noted(String words) {
    return new CaseTable(by, at, meets, place, agenda, people, citizen, agreements, words, endedAt);
  }

  public CaseTable ended(Instant moment) {
    return new CaseTable(
        by, at, meets, place, agenda, people, citizen, agreements, minutes, moment);
  }
}
