package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An official asks the citizen in writing what must be known first. What was promised stands still
 * until the citizen answers, which the same message says.
 *
 * @param question what is asked, and how; its {@code seen} must be the last message, which may
 *     answer it already
 */
public record Asking(Replying question) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Decision> refused = refusal(before, moment);
    if (refused.isPresent()) {
      return refused.get();
    }
    Draft draft = new Draft(before, moment);
    Instant silentAt = Pausing.until(draft);
    Pausing.pause(draft, question.by(), silentAt);
    String entry = question.send(draft, Map.of("waitsUntil", silentAt.toString()));
    DatedOffers.put(draft, entry, question.text(), List.of());
    return draft.done();
  }

  private Optional<Decision> refusal(Case before, Moment moment) {
    if (!before.open()) {
      return Optional.of(Decision.refused("closed"));
    }
    return question.refusal(before).or(() -> Pausing.refusal(before, question.seen(), moment));
  }
}
