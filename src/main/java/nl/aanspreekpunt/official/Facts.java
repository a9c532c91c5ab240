package nl.aanspreekpunt.official;

import java.util.List;

/** What people stated in the hub, beside what the file says. */
record Facts(List<Absence> absences, List<Departure> departures, List<Former> former) {
  static final Facts NONE = new Facts(List.of(), List.of(), List.of());

  Facts {
    absences = absences == null ? List.of() : List.copyOf(absences);
    departures = departures == null ? List.of() : List.copyOf(departures);
    former = former == null ? List.of() : List.copyOf(former);
  }
}
