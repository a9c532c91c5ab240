package nl.aanspreekpunt.official;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people stated in the hub, beside what the file says. */
record Facts(
    List<Absence> absences,
    List<Departure> departures,
    List<Former> former,
    List<Fed> fed,
    List<FormerTopic> topics,
    List<WorkDays> days,
    List<Pin> pins,
    List<Profile> profiles,
    List<FormerAddress> addresses) {
  static final Facts NONE = new Facts(List.of(), List.of(), List.of(), List.of(), List.of());

  Facts(
      List<Absence> absences,
      List<Departure> departures,
      List<Former> former,
      List<Fed> fed,
      List<FormerTopic> topics) {
    this(absences, departures, former, fed, topics, List.of(), List.of(), List.of(), List.of());
  }

  Facts {
    absences = absences == null ? List.of() : List.copyOf(absences);
    departures = departures == null ? List.of() : List.copyOf(departures);
    former = former == null ? List.of() : List.copyOf(former);
    fed = fed == null ? List.of() : List.copyOf(fed);
    topics = topics == null ? List.of() : List.copyOf(topics);
    days = days == null ? List.of() : List.copyOf(days);
    pins = pins == null ? List.of() : List.copyOf(pins);
    profiles = profiles == null ? List.of() : List.copyOf(profiles);
    addresses = addresses == null ? List.of() : List.copyOf(addresses);
  }

  /** Of whom something is kept, whether they still work here or not. */
  Set<String> had() {
    return Stream.of(
            absences.stream().map(Absence::official),
            departures.stream().map(Departure::official),
            former.stream().map(Former::id),
            fed.stream().map(Fed::id),
            days.stream().map(WorkDays::official),
            profiles.stream().map(Profile::official))
        .flatMap(ids -> ids)
        .collect(Collectors.toUnmodifiableSet());
  }

  Facts withAbsences(List<Absence> all) {
    return new Facts(all, departures, former, fed, topics, days, pins, profiles, addresses);
  }

  Facts withDepartures(List<Departure> all) {
    return new Facts(absences, all, former, fed, topics, days, pins, profiles, addresses);
  }

  Facts withFormer(List<Former> all) {
    return new Facts(absences, departures, all, fed, topics, days, pins, profiles, addresses);
  }

  Facts withFormerTopics(List<FormerTopic> all) {
    return new Facts(absences, departures, former, fed, all, days, pins, profiles, addresses);
  }

  Facts withFed(List<Fed> all) {
    return new Facts(absences, departures, former, all, topics, days, pins, profiles, addresses);
  }

  Facts withDays(List<WorkDays> all) {
    return new Facts(absences, departures, former, fed, topics, all, pins, profiles, addresses);
  }

  Facts withPins(List<Pin> all) {
    return new Facts(absences, departures, former, fed, topics, days, all, profiles, addresses);
  }

  Facts withProfiles(List<Profile> all) {
    return new Facts(absences, departures, former, fed, topics, days, pins, all, addresses);
  }

  Facts withAddresses(List<FormerAddress> all) {
    return new Facts(absences, departures, former, fed, topics, days, pins, profiles, all);
  }
}
