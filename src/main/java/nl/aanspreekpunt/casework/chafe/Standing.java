package nl.aanspreekpunt.casework.chafe;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Chafe;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * How a friction stands: who looks at it, by when they answer, and its steps.
 *
 * @param head the friction whose steps these are (id): another's, for what was gathered
 * @param rule which rule, form or system
 * @param owner who answers (official id)
 * @param due by when; null when no answer is owed
 * @param steps those that say how it stands, in order
 */
public record Standing(String head, String rule, String owner, Instant due, List<Step> steps) {
  public Standing {
    steps = List.copyOf(steps);
  }

  /**
   * @param policy the case in which its answer is owed
   */
  public static Standing of(String head, String rule, Case policy, List<Step> steps) {
    List<Step> said = steps.stream().filter(one -> one.state().says()).toList();
    return policy.openPromises().stream()
        .filter(one -> one.kind() == PromiseKind.FRICTION)
        .min(Comparator.comparing(Promise::due))
        .map(one -> new Standing(head, rule, policy.ownerOf(one), one.due(), said))
        .orElseGet(() -> new Standing(head, rule, policy.official(), null, said));
  }

  /** Names one of its steps. */
  String key(Step step) {
    return head + "/" + steps.indexOf(step);
  }

  /** Those that were taken since it was reported, and are not on record in a case. */
  List<Step> fresh(Chafe chafe) {
    return steps.stream()
        .filter(one -> !one.at().isBefore(chafe.since()))
        .filter(one -> !chafe.steps().contains(key(one)))
        .toList();
  }

  boolean lateAt(Instant now) {
    return due != null && !due.isAfter(now);
  }
}
