package nl.aanspreekpunt.casework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** To whom each case of somebody who leaves would go: as somebody chose, else as proposed. */
final class Previewing {
  private final Successors successors;

  Previewing(Successors successors) {
    this.successors = successors;
  }

  /**
   * Each proposal counts what the ones before it gave, so that not all goes to one person.
   *
   * @param adjusted case number to official id
   */
  List<Departing.Item> items(List<Case> open, Map<String, String> adjusted, Moment moment) {
    Map<String, Long> given = new HashMap<>();
    List<Departing.Item> items = new ArrayList<>();
    for (Case one : open) {
      Choice proposal = successors.propose(one, moment, given);
      String to =
          Optional.ofNullable(adjusted.get(one.id()))
              .filter(chosen -> moment.directory().employed(chosen, moment.now()))
              .filter(chosen -> !one.barred().contains(chosen))
              .orElse(proposal.official());
      given.merge(to, 1L, Long::sum);
      items.add(new Departing.Item(one, proposal, to));
    }
    return items;
  }

  /** Who gets most of them (official id); empty when there are none. */
  static Optional<String> mostly(List<Departing.Item> items) {
    Map<String, Long> counts =
        items.stream()
            .collect(
                Collectors.groupingBy(
                    Departing.Item::to, LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .map(Map.Entry::getKey);
  }
}
