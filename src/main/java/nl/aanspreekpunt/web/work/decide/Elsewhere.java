package nl.aanspreekpunt.web.work.decide;

import java.util.List;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Referred;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.Names;

/**
 * Who helps with what is not ours, until they have confirmed; or whether the citizen agrees that it
 * goes there.
 *
 * @param waits by when, in words
 * @param sent whether anything was passed on, in words
 * @param decide path of the decision, while the citizen was asked; null: they were sent on
 * @param messages what came from there: receipt id, and from whom and when
 */
public record Elsewhere(
    String title, String waits, String sent, String decide, List<Choice> messages) {
  /** Null when nobody is waited for. */
  public static Elsewhere in(Frame frame, Names names, Case one) {
    Referred referred = one.care().referred();
    AskedView asked = referred == null ? AskedView.of(frame, names, one) : null;
    if (asked != null) {
      return new Elsewhere(asked.title(), asked.state(), "", asked.path(), List.of());
    }
    return referred == null
        ? null
        : one.promise(referred.promise())
            .filter(Promise::open)
            .map(promise -> of(frame, one, referred, promise))
            .orElse(null);
  }

  private static Elsewhere of(Frame frame, Case one, Referred referred, Promise promise) {
    return new Elsewhere(
        frame.say("referred.title", referred.body().shown()),
        frame.say("referred.waits", frame.moments().say(promise.due())),
        frame.say(referred.entry() == null ? "referred.told" : "referred.forwarded"),
        null,
        one.messages().stream()
            .filter(in -> Referred.LINK.equals(in.link()) && !in.at().isBefore(referred.at()))
            .map(in -> message(frame, in, referred))
            .toList());
  }

  private static Choice message(Frame frame, CaseEvent.Received in, Referred referred) {
    String label =
        frame.say("referred.message", referred.body().name(), frame.moments().say(in.at()));
    return new Choice(in.receipt(), label, false);
  }

  /** Who wrote a message that no participant did. */
  public static String who(Frame frame, Case one, CaseEvent.Received in) {
    if (!Referred.LINK.equals(in.link())) {
      return frame.say("work.citizen.unknown");
    }
    return one.happened(CaseEvent.Forwarded.class)
        .filter(sent -> !sent.at().isAfter(in.at()))
        .reduce((earlier, later) -> later)
        .map(CaseEvent.Forwarded::helper)
        .orElseGet(() -> frame.say("work.citizen.unknown"));
  }
}
