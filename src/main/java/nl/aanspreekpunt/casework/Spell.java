package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import nl.aanspreekpunt.official.Absence;

/**
 * An absence, as far as the hub has dealt with it. That it is so stands in the directory; this says
 * what was done about it, and when there is something to do again.
 *
 * @param id made of official and start
 * @param until as it was last dealt with; null: until further notice
 * @param deputy likewise
 * @param gets likewise
 * @param warned the coordinator heard that nobody stands in
 * @param cases numbers of what was open when it began
 * @param underWay until all it brought has ended
 * @param wakeAt when it is looked into next; null: when the directory says something else
 */
public record Spell(
    String id,
    long version,
    String official,
    Instant from,
    Instant until,
    String deputy,
    Absence.Gets gets,
    boolean began,
    boolean warned,
    List<String> cases,
    boolean underWay,
    Instant wakeAt) {
  public Spell {
    cases = cases == null ? List.of() : List.copyOf(cases);
  }

  public static String id(Absence absence) {
    return absence.official() + "." + absence.from().toEpochMilli();
  }

  /** Stated, and nothing done about it yet. */
  static Spell stated(Absence absence, Instant wakeAt) {
    return new Spell(
        id(absence),
        1,
        absence.official(),
        absence.from(),
        absence.until(),
        absence.deputy(),
        absence.gets(),
        false,
        false,
        List.of(),
        true,
        wakeAt);
  }

  boolean is(Absence absence) {
    return id.equals(id(absence));
  }

  /** The directory still says what was dealt with. */
  boolean agrees(Absence absence) {
    return Objects.equals(until, absence.until())
        && Objects.equals(deputy, absence.deputy())
        && gets == absence.gets();
  }

  /** It has yet to begin. */
  Spell waiting(Absence as, boolean told, Instant wake) {
    return dealtWith(as, began, told, cases, wake);
  }

  /** Dealt with as it stands now. */
  Spell running(Absence as, List<String> open) {
    return dealtWith(as, true, warned, began ? cases : open, as.until());
  }

  private Spell dealtWith(Absence as, boolean now, boolean told, List<String> open, Instant wake) {
    Instant end = as.until();
    return new Spell(
        id, version + 1, official, from, end, as.deputy(), as.gets(), now, told, open, true, wake);
  }

  /** To be looked into again, as it is. */
  Spell due(Instant now) {
    return new Spell(
        id, version + 1, official, from, until, deputy, gets, began, warned, cases, underWay, now);
  }

  Spell ended(Instant end) {
    return new Spell(
        id, version + 1, official, from, end, deputy, gets, began, warned, cases, false, null);
  }
}
