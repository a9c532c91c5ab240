package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.citizen.Channel;

/** Puts the one question when a case is closed: in the letter that says so, never in another. */
public final class AskingHelped {
  private AskingHelped() {}

  /** Adds the question to the facts of that letter, if it is to be put. */
  public static void in(Draft draft, Outcome outcome, Map<String, String> facts) {
    asked(draft, outcome)
        .ifPresent(
            question -> {
              facts.put("askHelped", "yes");
              draft.care(draft.care().asking(question));
              draft.event(new CaseEvent.AskedHelped(draft.now(), question.link()));
            });
  }

  /** Who can only be called is asked in a talk; a fictional citizen is not asked. */
  private static Optional<AskedHelped> asked(Draft draft, Outcome outcome) {
    if (!outcome.helps() || draft.before.demo() || !draft.directory().asksHelped()) {
      return Optional.empty();
    }
    return draft
        .contact()
        .filter(to -> !machine(draft.before, to))
        .map(to -> question(draft, to))
        .filter(question -> question.channel() != Channel.PHONE);
  }

  private static AskedHelped question(Draft draft, Participant to) {
    return new AskedHelped(to.link(), Reachable.by(to), draft.now(), null);
  }

  /** Nothing came from there but what a machine wrote, which is never answered. */
  private static boolean machine(Case one, Participant to) {
    List<Instant> held =
        one.happened(CaseEvent.HeldBack.class)
            .filter(it -> it.reason().equals("automatic"))
            .map(CaseEvent::at)
            .toList();
    List<Instant> written =
        one.happened(CaseEvent.Received.class)
            .filter(it -> to.link().equals(it.link()))
            .map(CaseEvent::at)
            .toList();
    return !written.isEmpty() && held.containsAll(written);
  }
}
