package nl.aanspreekpunt.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.principle.Touching;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Topic;
import nl.aanspreekpunt.promise.LegalClass;

/**
 * A named person says what a case is about after all. No due time moves; where the topic is urgent
 * every hour counts from now on, and where the law gives it a term that term counts from the day it
 * came.
 *
 * @param topic topic id
 * @param by official id
 * @param successors propose who knows that topic, when who has it does not; null: it stays
 * @param taught what the matcher learns from it (lesson ids)
 */
public record Correcting(String topic, String by, Successors successors, List<String> taught)
    implements Act {
  public Correcting(String topic, String by, Successors successors) {
    this(topic, by, successors, List.of());
  }

  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Topic> known = moment.directory().topic(topic);
    if (known.isEmpty()) {
      return Decision.refused("no-such-topic", "topic");
    }
    if (!before.open()) {
      return Decision.refused("closed");
    }
    if (before.legalClass() == LegalClass.COMPLAINT) {
      return Decision.refused("is-complaint");
    }
    if (topic.equals(before.topic())) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.filed = Filed.under(known.get(), moment.now());
    draft.event(new CaseEvent.TopicCorrected(moment.now(), by, before.topic(), topic, taught));
    if (Dues.urgent(moment, topic)) {
      draft.promises.change(one -> one.open() ? one.urgent() : one);
    }
    if (successors != null && !knows(draft, before.official())) {
      pass(draft, successors.propose(before.about(known.get()), moment, Map.of()).official());
    }
    if (known.get().formal() && before.legalClass() != LegalClass.FORMAL) {
      Classing.formal(draft, by);
    }
    Touching.corrected(draft, topic);
    kept(draft);
    return draft.done();
  }

  /** So that it can be put back. */
  private void kept(Draft draft) {
    Case before = draft.before;
    boolean stayed = draft.responsible().equals(before.official());
    draft.said =
        Said.with(
            draft.said,
            new Said.OfTopic(
                before.topic(),
                topic,
                before.correctedAt(),
                before.team(),
                before.official(),
                stayed ? null : draft.responsible(),
                draft.legalClass() != before.legalClass(),
                taught));
  }

  private boolean knows(Draft draft, String official) {
    Optional<Official> who = draft.directory().official(official);
    return who.filter(one -> one.topics().contains(topic)).isPresent();
  }

  private void pass(Draft draft, String to) {
    if (!to.equals(draft.responsible())) {
      String reason = by.equals(draft.responsible()) ? "handover" : "reassigned";
      new Reassigning(to, by, reason, "").pass(draft, null);
    }
  }
}
