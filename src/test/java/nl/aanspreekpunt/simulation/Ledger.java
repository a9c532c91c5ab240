package nl.aanspreekpunt.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.promise.Promise;

/** What is counted of a year. */
final class Ledger {
  long contacts;
  long made;
  long inTime;
  long late;
  long withdrawn;
  long openAtEnd;
  long withNobody;

  /** Promises times days on which whoever was to keep one was not at work. */
  long unattended;

  private long lateHours;
  private final Map<String, Long> steps = new TreeMap<>();
  private final Map<String, Set<String>> met = new HashMap<>();
  private final Map<String, Integer> asked = new HashMap<>();
  private final Map<String, Long> answers = new HashMap<>();
  private final Map<String, Integer> days = new HashMap<>();

  /**
   * @param citizen address
   */
  void contact(String citizen) {
    contacts++;
    asked.merge(citizen, 1, Integer::sum);
  }

  void opened(Case one) {
    made += one.promises().size();
    meets(one);
  }

  void changed(Case before, Case after) {
    made += after.promises().size() - before.promises().size();
    for (Promise promise : after.promises()) {
      Promise was = before.promise(promise.id()).orElse(null);
      int known = was == null ? 0 : was.steps().size();
      promise.steps().stream().skip(known).forEach(step -> steps.merge(step.does(), 1L, Long::sum));
      if (was != null && was.open() && !promise.open()) {
        ended(promise);
      }
    }
    meets(after);
  }

  private void ended(Promise promise) {
    if (promise.state() == Promise.State.WITHDRAWN) {
      withdrawn++;
    } else if (promise.endedAt().isAfter(promise.due())) {
      late++;
      lateHours += Duration.between(promise.due(), promise.endedAt()).toHours();
    } else {
      inTime++;
    }
  }

  /** Whoever was responsible for a question of theirs, or acted in it. */
  private void meets(Case one) {
    String citizen = one.participants().get(0).address().value();
    Set<String> officials = met.computeIfAbsent(citizen, key -> new HashSet<>(4));
    one.responsibilities().forEach(each -> officials.add(each.official()));
    one.acting().forEach(each -> officials.add(each.official()));
  }

  void answered(String official) {
    answers.merge(official, 1L, Long::sum);
  }

  void worked(String official) {
    days.merge(official, 1, Integer::sum);
  }

  private double share(long of) {
    return 100.0 * of / Math.max(1, inTime + late + openAtEnd);
  }

  /** Of citizens who came back: three contacts or more. */
  private List<Integer> metByThoseWhoCameBack() {
    return met.entrySet().stream()
        .filter(one -> asked.getOrDefault(one.getKey(), 0) >= 3)
        .map(one -> one.getValue().size())
        .sorted()
        .toList();
  }

  /** Standard deviation over mean of answers for each day worked. */
  private double spread() {
    List<Double> each = new ArrayList<>();
    days.forEach(
        (official, worked) -> {
          if (worked >= 20) {
            each.add((double) answers.getOrDefault(official, 0L) / worked);
          }
        });
    double mean = each.stream().mapToDouble(one -> one).average().orElse(0);
    double variance =
        each.stream().mapToDouble(one -> (one - mean) * (one - mean)).average().orElse(0);
    return mean == 0 ? 0 : Math.sqrt(variance) / mean;
  }

  /** Heading to figure, in the order of the table. */
  Map<String, String> figures() {
    List<Integer> officials = metByThoseWhoCameBack();
    double mean = officials.stream().mapToInt(one -> one).average().orElse(0);
    int high = officials.isEmpty() ? 0 : officials.get(officials.size() * 95 / 100);
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("contacts", "%,d".formatted(contacts));
    figures.put("promises made", "%,d".formatted(made));
    figures.put("kept in time", "%.1f %%".formatted(share(inTime)));
    figures.put("kept late", "%.1f %%".formatted(share(late)));
    figures.put("late by, on average", "%d h".formatted(lateHours / Math.max(1, late)));
    figures.put("overdue and open at the end", "%,d".formatted(openAtEnd));
    figures.put("contacts with nobody responsible", "%,d".formatted(withNobody));
    figures.put("promise days with nobody at work", "%,d".formatted(unattended));
    figures.put("officials met, mean", "%.2f".formatted(mean));
    figures.put("officials met, 95th of 100", "%d".formatted(high));
    figures.put("spread of the load", "%.2f".formatted(spread()));
    for (String does : List.of("REMIND", "ACT", "REQUIRE_REASSIGNMENT", "TAKE_OVER", "TELL")) {
      figures.put(
          "step: " + does.toLowerCase(Locale.ROOT).replace('_', '-'),
          "%,d".formatted(steps.getOrDefault(does, 0L)));
    }
    return figures;
  }
}
