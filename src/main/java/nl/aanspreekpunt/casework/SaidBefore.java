package nl.aanspreekpunt.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What was said of a case from before that was kept, as far as its latest events tell. */
final class SaidBefore {
  private SaidBefore() {}

  static List<Said> in(List<CaseEvent> events, List<Responsibility> responsibilities) {
    List<Said> all = new ArrayList<>();
    List<CaseEvent.TopicCorrected> earlier = new ArrayList<>();
    for (CaseEvent event : events) {
      if (event instanceof CaseEvent.TopicCorrected one) {
        all.add(topic(one, earlier, events, responsibilities));
        earlier.add(one);
      } else if (event instanceof CaseEvent.Confirmed one) {
        all.add(new Said.OfMatch(one.suggested(), null, null, one.taught()));
      } else if (event instanceof CaseEvent.PutBack back) {
        all.stream()
            .filter(one -> one.what().name().equals(back.what()))
            .reduce((first, then) -> then)
            .ifPresent(last -> all.remove(all.lastIndexOf(last)));
      }
    }
    return all;
  }

  private static Said topic(
      CaseEvent.TopicCorrected one,
      List<CaseEvent.TopicCorrected> earlier,
      List<CaseEvent> events,
      List<Responsibility> responsibilities) {
    List<String> until =
        responsibilities.stream()
            .filter(it -> it.from().isBefore(one.at()))
            .map(Responsibility::official)
            .toList();
    String passedTo =
        responsibilities.stream()
            .filter(it -> it.from().equals(one.at()))
            .map(Responsibility::official)
            .findFirst()
            .filter(it -> !until.isEmpty())
            .orElse(null);
    return new Said.OfTopic(
        one.from(),
        one.to(),
        earlier.stream()
            .filter(it -> Objects.equals(it.to(), one.from()))
            .map(CaseEvent.TopicCorrected::at)
            .reduce((first, then) -> then)
            .orElse(null),
        null,
        until.isEmpty() ? null : until.get(until.size() - 1),
        passedTo,
        events.stream().anyMatch(it -> it instanceof CaseEvent.Classed && it.at().equals(one.at())),
        one.taught());
  }
}
