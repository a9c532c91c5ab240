package nl.aanspreekpunt.official;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.promise.Holidays;
import nl.aanspreekpunt.promise.Ladder;
import nl.aanspreekpunt.promise.OpeningHours;

/**
 * What the directory file says, read and checked. Immutable.
 *
 * @param hours of whoever has none of their own
 * @param absences planned in the file
 * @param neighbourhoods id to name, in the file's order
 */
record Definition(
    OpeningHours hours,
    Holidays holidays,
    List<Team> teams,
    List<Official> officials,
    List<Absence> absences,
    List<Topic> topics,
    Map<String, String> neighbourhoods,
    NormRules norms,
    Ladder ladder,
    List<Duty> intake) {
  Definition {
    teams = List.copyOf(teams);
    officials = List.copyOf(officials);
    absences = List.copyOf(absences);
    topics = List.copyOf(topics);
    neighbourhoods = Collections.unmodifiableMap(new LinkedHashMap<>(neighbourhoods));
    intake = List.copyOf(intake);
  }
}
