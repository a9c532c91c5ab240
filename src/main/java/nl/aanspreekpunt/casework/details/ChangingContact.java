package nl.aanspreekpunt.casework.details;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Whose;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.outbox.Notice;

/**
 * The citizen is written to at another address from now on, which they have shown to be theirs. The
 * one before is told, and keeps what was exchanged with it.
 *
 * @param link of who says so: its citizen, and nobody else
 * @param citizen of the address that they have now (citizen id); null: it is not known
 */
public record ChangingContact(String link, String citizen, Address address) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Participant> who = before.participant(link);
    if (!Whose.theirs(before, link, citizen)) {
      return Decision.refused("contact-not-yours");
    }
    boolean takesPart = before.participant(address).isPresent();
    if (takesPart && before.participant(address).get().link().equals(before.contact())) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    Optional<Participant> former = draft.contact();
    Participant to = draft.heardFrom(address, who.get().name());
    Map<String, String> facts = Map.of("other", address.masked());
    Stream.of(who, former, Optional.of(to))
        .flatMap(Optional::stream)
        .distinct()
        .forEach(
            one -> draft.tell().participant(one, Notice.Kind.ADDRESS, draft.responsible(), facts));
    return draft.done();
  }
}
