package nl.aanspreekpunt.casework.helped;

import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Arrival;
import nl.aanspreekpunt.casework.AskedHelped;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Receiving;

/**
 * A text message joins a case: the answer to "are you helped?" when it is nothing else and that was
 * asked there on this number; a message like any other otherwise.
 */
public record AnsweringHelped(Arrival arrival, Match match, HelpedWords said) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<String> link = awaited(before, arrival);
    if (link.isEmpty() || before.holds(arrival.receipt())) {
      return new Receiving(arrival, match).on(before, moment);
    }
    Draft draft = new Draft(before, moment);
    draft.event(
        new CaseEvent.Received(moment.now(), arrival.receipt(), arrival.channel(), link.get()));
    draft.event(new CaseEvent.Routed(moment.now(), arrival.receipt(), draft.responsible(), match));
    new SayingHelped("citizen", link.get(), said.helped(), said.heard())
        .say(draft, arrival.channel());
    return draft.done();
  }

  private static Optional<String> awaited(Case one, Arrival arrival) {
    return arrival.channel().texting() && arrival.sender() != null
        ? one.participant(arrival.sender()).map(Participant::link).filter(it -> awaits(one, it))
        : Optional.empty();
  }

  /** The question was put to this participant by text message, and not answered. */
  public static boolean awaits(Case one, String link) {
    AskedHelped asked = one.care().helped();
    return !one.open()
        && asked != null
        && asked.waits()
        && asked.channel().texting()
        && asked.link().equals(link);
  }
}
