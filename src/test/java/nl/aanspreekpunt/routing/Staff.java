package nl.aanspreekpunt.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Load;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Voorbeeldstad;

/** A team of officials who are alike but for what a test says of them, and their work. */
final class Staff {
  private static final String ON_DUTY = "[{ official: p0 }]";
  private final StringBuilder yaml = new StringBuilder();
  private final Map<String, Load.Work> work = new HashMap<>();

  Staff() {
    yaml.append(
        """
        hours: { mon-fri: "09:00-17:00" }
        intake: [{ official: p0 }]
        neighbourhoods: { noord: Noord }
        topics: [{ id: afval, name: Afval, team: buiten, keywords: [afval] }]
        teams: [{ id: buiten, name: Buiten, coordinator: p0, manager: p0 }]
        officials:
        """);
  }

  /** One more, {@code p0} first; {@code facts} as in the directory file. */
  Staff with(String facts, Load.Work has) {
    String id = "p" + work.size();
    yaml.append(
        "  - { id: %s, name: %s, function: f, team: buiten, email: %s@w.example, address: %s, %s }%n"
            .formatted(id, id, id, id + "@voorbeeldstad.example", facts));
    work.put(id, has);
    return this;
  }

  Directory directory() {
    return Voorbeeldstad.directory(yaml.toString());
  }

  /**
   * @param duties as in the directory file
   */
  Directory onDuty(String duties, Absence... absences) {
    return Voorbeeldstad.directory(yaml.toString().replace(ON_DUTY, duties), absences);
  }

  Least least() {
    return work::get;
  }

  void give(String official) {
    work.compute(official, (id, had) -> had.plus(1));
  }

  long open(String official) {
    return work.get(official).open();
  }

  /** About waste, from anywhere. */
  static Sought sought(Directory directory, String language) {
    Predicate<Official> knows = one -> one.topics().contains("afval");
    return new Sought(directory, knows, one -> true, null, language, Map.of());
  }

  static List<String> ids(Directory directory) {
    return directory.officials().stream().map(Official::id).toList();
  }
}
