package nl.aanspreekpunt.casework.household;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.citizen.Household;
import nl.aanspreekpunt.outbox.Notice;

/**
 * A citizen hears, in their latest question, who may do what in their questions from now on, or
 * that it ended; so that nobody is linked to them, or parted from them, without their knowing.
 *
 * @param entry outbox id, so that they hear it once
 * @param addresses of the citizen (identity ids)
 * @param other name of the other
 * @param rights of the other in their questions
 */
public record TellingLinked(
    String entry, Set<String> addresses, String other, Household.Rights rights) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Participant> to = recipient(before);
    boolean told = before.happened(CaseEvent.Told.class).anyMatch(one -> entry.equals(one.entry()));
    if (told || to.isEmpty()) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft
        .tell()
        .under(entry)
        .participant(to.get(), Notice.Kind.LINKED, draft.responsible(), facts());
    return draft.done();
  }

  private Optional<Participant> recipient(Case one) {
    return one.participants().stream()
        .filter(who -> addresses.contains(who.address().id()))
        .reduce((earlier, later) -> who(one, earlier, later));
  }

  private static Participant who(Case one, Participant earlier, Participant later) {
    return earlier.link().equals(one.contact()) ? earlier : later;
  }

  private Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("what", rights.none() ? "ended" : "made");
    facts.put("other", other);
    if (rights.see()) {
      facts.put("see", "yes");
    }
    if (rights.ask()) {
      facts.put("ask", "yes");
    }
    if (rights.decide()) {
      facts.put("decide", "yes");
    }
    return facts;
  }
}
