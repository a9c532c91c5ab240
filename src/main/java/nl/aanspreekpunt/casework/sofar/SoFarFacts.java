package nl.aanspreekpunt.casework.sofar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Responsibility;
import nl.aanspreekpunt.promise.Promise;

/**
 * What the timelines say, to be taken over: never of what is confidential or a complaint, since the
 * story is read by everybody who works on a question of theirs, and by them.
 *
 * @param asked what they asked, and when
 * @param promises what was promised to them
 * @param decisions what was decided, and why
 * @param people who was responsible, since when
 */
public record SoFarFacts(
    List<Asked> asked, List<Promised> promises, List<Decided> decisions, List<Met> people) {
  private static final int MOST = 30;

  /**
   * @param citizen who asked it (citizen id)
   */
  public record Asked(String citizen, String subject, Instant at, boolean open) {}

  public record Promised(Promise promise, String official) {}

  /**
   * @param why in the official's words; null: nothing was said
   */
  public record Decided(Outcome outcome, String why, String by, Instant at) {}

  public record Met(String official, Instant from) {}

  /**
   * @param all those that the reader may read
   */
  public static SoFarFacts of(List<Case> all) {
    List<Case> shown =
        all.stream()
            .filter(one -> !one.hidesSubject() && !one.joined())
            .sorted(Comparator.comparing(Case::openedAt))
            .toList();
    List<Asked> asked = new ArrayList<>();
    List<Promised> promises = new ArrayList<>();
    List<Decided> decisions = new ArrayList<>();
    List<Met> people = new ArrayList<>();
    for (Case one : shown) {
      asked.add(new Asked(one.citizen(), one.subject(), one.openedAt(), one.open()));
      one.promises().stream()
          .filter(it -> it.toCitizen() && it.state() != Promise.State.WITHDRAWN)
          .map(it -> new Promised(it, one.ownerOf(it)))
          .forEach(promises::add);
      one.happened(CaseEvent.Closed.class)
          .filter(it -> it.outcome() != Outcome.JOINED)
          .map(it -> new Decided(it.outcome(), it.explanation(), it.by(), it.at()))
          .forEach(decisions::add);
      String last = null;
      for (Responsibility then : one.responsibilities()) {
        if (!then.official().equals(last)) {
          last = then.official();
          people.add(new Met(last, then.from()));
        }
      }
    }
    people.sort(Comparator.comparing(Met::from));
    return new SoFarFacts(latest(asked), latest(promises), latest(decisions), latest(people));
  }

  private static <T> List<T> latest(List<T> all) {
    return List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
  }
}
