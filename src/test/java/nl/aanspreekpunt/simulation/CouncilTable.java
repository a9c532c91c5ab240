package nl.aanspreekpunt.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.aanspreekpunt.council.Counted;
import nl.aanspreekpunt.council.Measure;

/** The figures of the council's report for a year in the simulation. */
final class CouncilTable {
  /** Nobody in the simulation reports what chafes, tells a story, or hides behind a rule. */
  private static final Set<Integer> NOT_IN_THE_MODEL = Set.of(1, 7, 8);

  private static final List<String> OF_THE_YEAR =
      List.of("contacts", "kept in time", "overdue and open at the end");

  private CouncilTable() {}

  /** Heading to figure, in the order of the table. */
  static Map<String, String> of(Map<String, String> year, List<Counted> report) {
    Map<String, String> table = new LinkedHashMap<>();
    OF_THE_YEAR.forEach(row -> table.put(row, year.get(row)));
    report.stream()
        .filter(one -> !NOT_IN_THE_MODEL.contains(one.measure().recommendation()))
        .forEach(one -> table.put(name(one.measure()), figure(one)));
    return table;
  }

  private static String name(Measure measure) {
    return "R"
        + measure.recommendation()
        + " "
        + measure.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String figure(Counted one) {
    if (one.cases() == 0) {
      return one.measure().unit() == Measure.Unit.COUNT ? "0" : "–";
    }
    return switch (one.measure().unit()) {
      case COUNT -> "%,d".formatted(one.cases());
      case SHARE -> "%.1f %%".formatted(100 * one.value());
      case MEAN -> "%.2f".formatted(one.value());
      case MEDIAN_HOURS -> "%.1f h".formatted(one.value());
    };
  }
}
