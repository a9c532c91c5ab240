package nl.aanspreekpunt.official;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.promise.Holidays;
import nl.aanspreekpunt.promise.Ladder;
import nl.aanspreekpunt.promise.Norm;
import nl.aanspreekpunt.promise.OpeningHours;

/**
 * What the directory file says, read and checked. Immutable.
 *
 * @param hours of whoever has none of their own
 * @param absences planned in the file
 * @param offer within which a case that is offered by hand must be accepted
 * @param neighbourhoods id to name, in the file's order
 * @param moves where the work of topics and teams that are no more goes
 * @param mostOfficials in one case; of more, somebody is to be named who stays
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
    Norm offer,
    Ladder ladder,
    List<Duty> intake,
    Moves moves,
    int mostOfficials) {
  Definition {
    teams = List.copyOf(teams);
    officials = List.copyOf(officials);
    absences = List.copyOf(absences);
    topics = List.copyOf(topics);
    neighbourhoods = Collections.unmodifiableMap(new LinkedHashMap<>(neighbourhoods));
    intake = List.copyOf(intake);
  }

  /** With what a feed says of people: on top of the file, or beside it when that is enough. */
  Definition with(List<Fed> people) {
    if (people.isEmpty()) {
      return this;
    }
    Map<String, Official> all = new LinkedHashMap<>();
    officials.forEach(one -> all.put(one.id(), one));
    for (Fed fed : people) {
      Fed one = fed.after(moves);
      Optional<Official> inFile = Optional.ofNullable(all.get(one.id()));
      if (one.missing(inFile).isEmpty()) {
        all.put(one.id(), one.official(inFile));
      }
    }
    return with(all.values());
  }

  /** With the days that people work, as they stated them. */
  Definition working(List<WorkDays> stated) {
    Map<String, OpeningHours> own = new HashMap<>();
    stated.forEach(days -> own.put(days.official(), days.read()));
    return own.isEmpty()
        ? this
        : with(
            officials.stream()
                .map(one -> own.containsKey(one.id()) ? one.working(own.get(one.id())) : one)
                .toList());
  }

  /** With the portraits that people chose. */
  Definition pictured(List<Profile> chosen) {
    Map<String, String> portraits = new HashMap<>();
    chosen.stream()
        .filter(one -> one.portrait() != null)
        .forEach(one -> portraits.put(one.official(), one.portrait()));
    return portraits.isEmpty()
        ? this
        : with(
            officials.stream()
                .map(
                    one ->
                        portraits.containsKey(one.id())
                            ? one.pictured(shown(portraits.get(one.id())))
                            : one)
                .toList());
  }

  private static String shown(String portrait) {
    return portrait.isEmpty() ? null : portrait;
  }

  private Definition with(Collection<Official> people) {
    return new Definition(
        hours,
        holidays,
        teams,
        List.copyOf(people),
        absences,
        topics,
        neighbourhoods,
        norms,
        offer,
        ladder,
        intake,
        moves,
        mostOfficials);
  }
}
