package nl.aanspreekpunt.official;

import nl.aanspreekpunt.promise.Ladder;
import nl.aanspreekpunt.promise.Norm;
import nl.aanspreekpunt.promise.OpeningHours;

/**
 * A team; {@code coordinator} and {@code manager} are official ids.
 *
 * @param hours null: the municipality's
 * @param offer within which a case that is offered by hand must be accepted; null: as everywhere
 * @param ladder what happens when it does not keep a promise; null: as everywhere
 * @param silenceAgrees a manager who says nothing within the norm stands behind a deviation
 */
public record Team(
    String id,
    String name,
    String coordinator,
    String manager,
    OpeningHours hours,
    Norm offer,
    Ladder ladder,
    boolean silenceAgrees) {
  public Team(
      String id,
      String name,
      String coordinator,
      String manager,
      OpeningHours hours,
      Norm offer,
      Ladder ladder) {
    this(id, name, coordinator, manager, hours, offer, ladder, false);
  }
}
