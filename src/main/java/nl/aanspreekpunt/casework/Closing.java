package nl.aanspreekpunt.casework;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * Ends a case whose outcome needs no reasons: what does is {@link
 * nl.aanspreekpunt.casework.decision.Deciding}'s.
 *
 * @param explanation may be empty, unless the citizen still waits for an answer
 * @param seen the last message its author saw (receipt id); null when there was none
 */
public record Closing(String by, Outcome outcome, String explanation, String seen) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Decision> refused = refusal(before);
    if (refused.isPresent()) {
      return refused.get();
    }
    Draft draft = new Draft(before, moment);
    for (Promise promise : before.openPromises()) {
      if (takenBack()) {
        draft.promises.withdraw(promise, by, "closed");
      } else {
        draft.promises.keep(promise, by, "closed");
      }
    }
    if (before.care().intended() != null) {
      Outcome was = before.care().intended().outcome();
      draft.event(new CaseEvent.DecisionTakenBack(moment.now(), by, was));
    }
    draft.event(new CaseEvent.Closed(moment.now(), by, outcome, words(explanation), null));
    Map<String, String> facts = facts();
    AskingHelped.in(draft, outcome, facts);
    draft.tell().citizen(Notice.Kind.CLOSED, by, facts);
    draft.care(draft.care().intending(null).referring(null));
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
    if (outcome.reasoned()) {
      return Optional.of(Decision.refused("reasons-needed", "outcome"));
    }
    return hindered(before, seen, List.of())
        .or(() -> notTheirs(before))
        .or(() -> unanswered(before));
  }

  /**
   * Why no case may be closed now, however it ends; empty when it may.
   *
   * @param seen the last message its author saw (receipt id)
   * @param besides calls that end with it (promise ids)
   */
  public static Optional<Decision> hindered(Case before, String seen, List<String> besides) {
    if (!Objects.equals(before.lastReceived(), seen)) {
      return Optional.of(Decision.refused("newer-message", "seen"));
    }
    boolean calls =
        before.openPromises().stream()
            .anyMatch(one -> one.kind() == PromiseKind.CALLBACK && !besides.contains(one.id()));
    if (calls) {
      return Optional.of(Decision.refused("callback-open"));
    }
    boolean talks =
        before.openPromises().stream()
            .anyMatch(one -> one.kind() == PromiseKind.TALK && !besides.contains(one.id()));
    if (talks) {
      return Optional.of(Decision.refused("talk-open"));
    }
    return onlyByPhone(before) && !talked(before)
        ? Optional.of(Decision.refused("talk-first"))
        : Optional.empty();
  }

  /** Who may ask for the citizen, and not say yes or no, takes nothing back for them. */
  private Optional<Decision> notTheirs(Case before) {
    boolean theirs = outcome != Outcome.WITHDRAWN || decides(before);
    return theirs ? Optional.empty() : Optional.of(Decision.refused("withdrawn-linked", "outcome"));
  }

  /** Whoever wrote last may say yes or no for the citizen, or they were spoken with since. */
  public static boolean decides(Case before) {
    return talked(before)
        || before
            .happened(CaseEvent.Received.class)
            .filter(it -> it.receipt().equals(before.lastReceived()) && it.link() != null)
            .allMatch(it -> before.care().decides(it.link()));
  }

  private Optional<Decision> unanswered(Case before) {
    Optional<Decision> promised = takenBack() ? Optional.empty() : elsewhereOpen(before);
    if (promised.isPresent()) {
      return promised;
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

  /** What was agreed in a talk, or waits for another body, is kept by no closing. */
  private static Optional<Decision> elsewhereOpen(Case before) {
    if (open(before, PromiseKind.UNDERTAKING)) {
      return Optional.of(Decision.refused("agreement-open"));
    }
    return open(before, PromiseKind.ELSEWHERE)
        ? Optional.of(Decision.refused("elsewhere-open"))
        : Optional.empty();
  }

  private boolean takenBack() {
    return outcome == Outcome.WITHDRAWN || outcome == Outcome.NO_QUESTION;
  }

  private static boolean open(Case before, PromiseKind kind) {
    return before.openPromises().stream().anyMatch(one -> one.kind() == kind);
  }

  private static boolean onlyByPhone(Case before) {
    return before
        .participant(before.contact())
        .filter(to -> Reachable.by(to) == Channel.PHONE)
        .isPresent();
  }

  /** Somebody spoke with the citizen since their last message. */
  public static boolean talked(Case before) {
    return before.since(before.lastReceived()).stream().anyMatch(CaseEvent::conversation);
  }

  private static String words(String text) {
    return text == null ? "" : text.strip();
  }

  private Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("outcome", outcome.name());
    facts.put("explanation", words(explanation));
    return facts;
  }
}
