package nl.aanspreekpunt.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** To whom each case of somebody who leaves would go: as somebody chose, else as proposed. */
final class Previewing {
  private final Successors successors;

  Previewing(Successors successors) {
    this.successors = successors;
  }

  /**
   * Each proposal counts what the ones before it gave, so that not all goes to one person.
   *
   * @param chosen by case number: official ids, of which the first who can have it gets it
   */
  List<Departing.Item> items(
      List<Case> open, Function<String, Stream<String>> chosen, Moment moment) {
    Map<String, Long> given = new HashMap<>();
    List<Departing.Item> items = new ArrayList<>();
    for (Case one : open) {
      Choice proposal = successors.propose(one, moment, given);
      String to =
          chosen
              .apply(one.id())
              .filter(who -> mayHave(one, who, moment))
              .findFirst()
              .orElse(proposal.official());
      given.merge(to, 1L, Long::sum);
      items.add(new Departing.Item(one, proposal, to));
    }
    return items;
  }

  static boolean mayHave(Case one, String official, Moment moment) {
    return moment.directory().employed(official, moment.now()) && !one.barred().contains(official);
  }
}
