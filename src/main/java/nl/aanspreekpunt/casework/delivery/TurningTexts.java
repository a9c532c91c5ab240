package nl.aanspreekpunt.casework.delivery;

import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;

/**
 * A citizen turned messages to their number off, or on again: whoever helps them sees it with what
 * else was said. Once for each message; nothing that was promised changes.
 *
 * @param channel SMS or WhatsApp: the other goes on
 * @param number theirs
 * @param receipt the message that said so
 * @param words of it
 */
public record TurningTexts(
    Channel channel, Address number, boolean off, String receipt, String words) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    boolean known =
        before.happened(CaseEvent.TextsTurned.class).anyMatch(one -> one.receipt().equals(receipt));
    return known
        ? new Decision.Unchanged(before)
        : before.participants().stream()
            .filter(one -> one.address().equals(number))
            .findFirst()
            .map(who -> turned(before, moment, who.link()))
            .orElseGet(() -> new Decision.Unchanged(before));
  }

  private Decision turned(Case before, Moment moment, String link) {
    Draft draft = new Draft(before, moment);
    draft.event(
        new CaseEvent.TextsTurned(moment.now(), receipt, channel, link, off ? "off" : "on", words));
    return draft.done();
  }
}
