package nl.aanspreekpunt.casework.details;

import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.outbox.Notice;

/**
 * The citizen is written to at another address from now on, which they have shown to be theirs. The
 * one before is told, and keeps what was exchanged with it.
 *
 * @param link of who says so; nobody who is linked to the citizen
 */
public record ChangingContact(String link, Address address) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Participant> who = before.participant(link);
    if (who.isEmpty() || before.care().linked(link).isPresent()) {
      return Decision.refused("contact-not-yours");
    }
    boolean takesPart = before.participant(address).isPresent();
    if (takesPart && before.participant(address).get().link().equals(before.contact())) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    String name = who.get().name();
    Participant to = draft.heardFrom(address, name);
    Map<String, String> facts = Map.of("other", address.masked());
    draft.tell().participant(who.get(), Notice.Kind.ADDRESS, draft.responsible(), facts);
    draft.tell().participant(to, Notice.Kind.ADDRESS, draft.responsible(), facts);
    return draft.done();
  }
}
