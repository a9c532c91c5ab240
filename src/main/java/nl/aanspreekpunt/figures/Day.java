package nl.aanspreekpunt.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What was counted of one day, of all teams or of one.
 *
 * @param id the day, a slash, and the team's id or {@link #ALL_TEAMS}
 * @param version raised by each count
 * @param countedAt when it was; what came after is not in it
 * @param ended it is not counted again: it stands, also when cases are destroyed
 * @param tookMillis how long the count of the day took
 * @param promises of the day, of a team alone: to find the cases behind the figure; the first ones
 *     when there are many
 */
public record Day(
    String id,
    long version,
    Instant countedAt,
    boolean ended,
    long tookMillis,
    List<Slice> slices,
    List<Behind> promises) {
  static final String ALL_TEAMS = "*";
  static final int MOST = 500;

  /**
   * A promise that was due.
   *
   * @param number of its case
   * @param kept in time
   */
  public record Behind(String number, boolean kept) {}

  public Day {
    slices = slices == null ? List.of() : List.copyOf(slices);
    promises = promises == null ? List.of() : List.copyOf(promises);
  }

  /**
   * @param team its id; null: of all
   */
  static String id(LocalDate day, String team) {
    return day + "/" + (team == null ? ALL_TEAMS : team);
  }

  public LocalDate day() {
    return LocalDate.parse(id.substring(0, id.indexOf('/')));
  }

  /** The same was counted, and nothing is to be put down. */
  boolean says(Day other) {
    return slices.equals(other.slices) && promises.equals(other.promises) && ended == other.ended;
  }
}
