package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.Optional;
import nl.aanspreekpunt.citizen.Channel;

/**
 * The same as {@link Asking} of a citizen who can only be called: who asked it on the phone puts
 * down in what words, and has said there that what was promised waits. It was a conversation: a
 * call that was asked for is kept by it, the answer is not. Who can be written to is asked in
 * writing, so that they can read until when it waits.
 *
 * @param by official id
 * @param text what was asked; needed
 * @param link participant who was asked; null: the one last heard from
 * @param seen the last message (receipt id); null when there was none
 */
public record AskingByPhone(String by, String text, String link, String seen) implements Act {
  /** Whether the citizen last heard from can be asked in no other way. */
  public static boolean only(Case one) {
    return one.participant(one.contact()).filter(AskingByPhone::only).isPresent();
  }

  static boolean only(Participant asked) {
    return Reachable.by(asked.address()) == Channel.PHONE;
  }

  /** Until when what was promised waits, at most, if it is asked now. */
  public static Instant until(Case one, Moment moment) {
    return Pausing.until(new Draft(one, moment));
  }

  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Decision> refused = refusal(before).or(() -> Pausing.refusal(before, seen, moment));
    if (refused.isPresent()) {
      return refused.get();
    }
    Draft draft = new Draft(before, moment);
    draft.event(new CaseEvent.Talked(moment.now(), by, CaseEvent.Talk.PHONE, text));
    Talking.called(draft, by, seen);
    Pausing.pause(draft, by, Pausing.until(draft));
    return draft.done();
  }

  private Optional<Decision> refusal(Case before) {
    if (text == null || text.isBlank()) {
      return Optional.of(Decision.refused("text-needed", "text"));
    }
    if (text.length() > Replying.LONGEST) {
      return Optional.of(Decision.refused("text-too-long", "text"));
    }
    Optional<Participant> asked = before.participant(link == null ? before.contact() : link);
    if (asked.isEmpty()) {
      return Optional.of(Decision.refused("nobody-to-answer", "to"));
    }
    return only(asked.get())
        ? Optional.empty()
        : Optional.of(Decision.refused("ask-in-writing", "to"));
  }
}
