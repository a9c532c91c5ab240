package nl.aanspreekpunt.casework;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a message is that was in a case and went to another: kept with the case, because what says
 * so may be in an older page.
 *
 * @param message receipt id
 * @param number of the other case
 */
public record Elsewhere(String message, String number) {
  /** As the events of a case from before this was kept tell it. */
  static List<Elsewhere> in(List<CaseEvent> events) {
    List<Elsewhere> all = List.of();
    for (CaseEvent event : events) {
      all = after(all, event);
    }
    return all;
  }

  /** As it is after one more event. */
  static List<Elsewhere> after(List<Elsewhere> before, CaseEvent event) {
    if (event instanceof CaseEvent.Received in) {
      return without(before, List.of(in.receipt()));
    }
    if (!(event instanceof CaseEvent.Parted parted)) {
      return before;
    }
    List<Elsewhere> after = new ArrayList<>(without(before, parted.messages()));
    if (!parted.hither()) {
      parted.messages().forEach(one -> after.add(new Elsewhere(one, parted.other())));
    }
    return List.copyOf(after);
  }

  private static List<Elsewhere> without(List<Elsewhere> all, List<String> messages) {
    return all.stream().filter(one -> !messages.contains(one.message())).toList();
  }
}
