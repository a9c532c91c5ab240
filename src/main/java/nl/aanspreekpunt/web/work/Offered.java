package nl.aanspreekpunt.web.work;

import java.util.List;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Offer;
import nl.aanspreekpunt.web.Frame;

/**
 * A question that its reader may take over or not: the note, and what is due in it.
 *
 * @param until when the offer lapses, in words
 * @param dues what is due in it and when, in words
 */
public record Offered(String by, String note, String until, List<String> dues) {

  /** Null when it is offered to somebody else, or to nobody. */
  static Offered to(Frame reader, Case one, Names names) {
    Offer offer = one.offer();
    return offer == null || !offer.to().equals(reader.viewer().official().id())
        ? null
        : new Offered(
            names.of(offer.by()),
            offer.note(),
            reader.moments().say(offer.lapsesAt()),
            one.openPromises().stream()
                .map(due -> names.kind(due) + ": " + new DueWords(reader.moments()).say(due.due()))
                .toList());
  }
}
