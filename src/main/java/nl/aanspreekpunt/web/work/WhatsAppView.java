package nl.aanspreekpunt.web.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Reachable;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.outbox.whatsapp.ServiceWindow;
import nl.aanspreekpunt.outbox.whatsapp.Templates;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.atwork.WhatsAppPart;

/** Until when somebody can be answered by WhatsApp in one's own words, and in what after that. */
record WhatsAppView(Frame frame, Templates templates) {
  static final String TEMPLATE = "template";

  /**
   * Of whoever is answered when nobody else is chosen; null when that goes another way.
   *
   * @param known the citizen's addresses
   * @param chosen name of a template, as it was typed
   */
  WhatsAppPart of(Case one, Names names, List<Identity> known, String chosen) {
    return one.participant(one.contact() == null ? "" : one.contact())
        .filter(who -> Reachable.by(who) == Channel.WHATSAPP)
        .map(who -> part(one, who, names, heard(who, known), chosen))
        .orElse(null);
  }

  private static Optional<Instant> heard(Participant who, List<Identity> known) {
    return known.stream()
        .filter(one -> one.id().equals(who.address().id()))
        .findFirst()
        .flatMap(one -> one.lastBy(Channel.WHATSAPP));
  }

  private WhatsAppPart part(
      Case one, Participant who, Names names, Optional<Instant> heard, String chosen) {
    if (ServiceWindow.open(heard, frame.moments().now())) {
      String until = frame.moments().say(ServiceWindow.ends(heard.orElseThrow()));
      return new WhatsAppPart(frame.say("whatsapp.open", until), List.of());
    }
    List<Choice> choices =
        templates.in(one.language()).stream()
            .map(it -> new Choice(it.name(), it.title(), false).when(chosen))
            .toList();
    String key = choices.isEmpty() ? "whatsapp.none" : "whatsapp.closed";
    return new WhatsAppPart(frame.say(key, names.participant(who)), choices);
  }
}
