package nl.aanspreekpunt.casework;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * Ends a case with an outcome. A "no" comes with its why, in the official's own words.
 *
 * @param explanation needed for a refusal and "not ours"; may be empty otherwise
 * @param helper who does help, for "not ours"
 * @param seen the last message its author saw (receipt id); null when there was none
 */
public record Closing(String by, Outcome outcome, String explanation, String helper, String seen)
    implements Act {
  /** Fewer characters than this explain nothing. */
  static final int SHORTEST = 20;

  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Decision> refused = refusal(before);
    if (refused.isPresent()) {
      return refused.get();
    }
    Draft draft = new Draft(before, moment);
    for (Promise promise : before.openPromises()) {
      if (outcome == Outcome.WITHDRAWN || outcome == Outcome.NO_QUESTION) {
        draft.promises.withdraw(promise, by, "closed");
      } else {
        draft.promises.keep(promise, by, "closed");
      }
    }
    draft.event(new CaseEvent.Closed(moment.now(), by, outcome, words(explanation), helper));
    draft.tell().citizen(Notice.Kind.CLOSED, by, facts());
    draft.close(outcome);
    return draft.done();
  }

  private Optional<Decision> refusal(Case before) {
    if (!before.open()) {
      return Optional.of(Decision.refused("closed"));
    }
    if (before.care().policy() != null) {
      return Optional.of(Decision.refused("friction-answer"));
    }
    if (outcome == null || outcome == Outcome.JOINED) {
      return Optional.of(Decision.refused("outcome-needed", "outcome"));
    }
    if (!Objects.equals(before.lastReceived(), seen)) {
      return Optional.of(Decision.refused("newer-message", "seen"));
    }
    if (open(before, PromiseKind.CALLBACK)) {
      return Optional.of(Decision.refused("callback-open"));
    }
    if (onlyByPhone(before) && !talked(before)) {
      return Optional.of(Decision.refused("talk-first"));
    }
    if (outcome.needsExplanation() && words(explanation).length() < SHORTEST) {
      return Optional.of(Decision.refused("explanation-needed", "explanation"));
    }
    if (outcome == Outcome.NOT_OURS && words(helper).isEmpty()) {
      return Optional.of(Decision.refused("helper-needed", "helper"));
    }
    boolean answers = outcome == Outcome.ANSWERED || outcome == Outcome.GRANTED;
    boolean waiting =
        open(before, PromiseKind.ANSWER)
            || open(before, PromiseKind.FIND_OUT)
            || open(before, PromiseKind.DECISION);
    if (answers && waiting && words(explanation).isEmpty()) {
      return Optional.of(Decision.refused("answer-open", "explanation"));
    }
    return Optional.empty();
  }

  private static boolean open(Case before, PromiseKind kind) {
    return before.openPromises().stream().anyMatch(one -> one.kind() == kind);
  }

  private static boolean onlyByPhone(Case before) {
    return before
        .participant(before.contact())
        .filter(to -> Reachable.by(to.address()) == Channel.PHONE)
        .isPresent();
  }

  private static boolean talked(Case before) {
    return before.since(before.lastReceived()).stream().anyMatch(CaseEvent::conversation);
  }

  private static String words(String text) {
    return text == null ? "" : text.strip();
  }

  private Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("outcome", outcome.name());
    facts.put("explanation", words(explanation));
    facts.put("helper", words(helper));
    return facts;
  }
}
