package nl.aanspreekpunt.casework;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * An official answers in writing. It keeps only what its author had seen: when a later message came
 * in, that one waits on, at the due time the citizen was told.
 *
 * @param by official id
 * @param text the answer, plain text
 * @param link participant to answer; null: the one last heard from
 * @param seen the last message the author saw (receipt id); null when there was none
 * @param threading {@code inReplyTo} and {@code references} of the message answered; may be empty
 */
public record Replying(
    String by, String text, String link, String seen, Map<String, String> threading)
    implements Act {
  /** Characters of one answer. */
  public static final int LONGEST = 50_000;

  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Decision> refused = refusal(before);
    if (refused.isPresent()) {
      return refused.get();
    }
    Draft draft = new Draft(before, moment);
    send(
        draft,
        draft
            .openPromise(PromiseKind.CALLBACK)
            .map(callback -> Map.of("askCallback", callback.id()))
            .orElse(Map.of()));
    Answered.keep(draft, by, seen, "reply");
    return draft.done();
  }

  /** Why it cannot be sent; empty when it can. */
  Optional<Decision> refusal(Case before) {
    if (text == null || text.isBlank()) {
      return Optional.of(Decision.refused("text-needed", "text"));
    }
    if (text.length() > LONGEST) {
      return Optional.of(Decision.refused("text-too-long", "text"));
    }
    Optional<Participant> to = to(before);
    if (to.isEmpty()) {
      return Optional.of(Decision.refused("nobody-to-answer", "to"));
    }
    return Reachable.by(to.get().address()) == Channel.PHONE
        ? Optional.of(Decision.refused("only-by-phone", "to"))
        : Optional.empty();
  }

  private Optional<Participant> to(Case before) {
    return before.participant(link == null ? before.contact() : link);
  }

  /**
   * @param more facts for its letter
   */
  void send(Draft draft, Map<String, String> more) {
    Participant to = to(draft.before).orElseThrow();
    Map<String, String> facts = new TreeMap<>(threading);
    facts.putAll(more);
    facts.put("text", text);
    String entry = draft.tell().participant(to, Notice.Kind.REPLY, by, facts);
    draft.event(
        new CaseEvent.Replied(draft.now(), by, entry, Reachable.by(to.address()), to.link()));
  }
}
