package nl.aanspreekpunt.casework.talk;

import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Appointment;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Talks;

/**
 * What to be careful of on a visit that is planned already: for staff alone, and beside what was
 * noted before.
 *
 * @param words needed
 * @param by official id
 */
public record Cautioning(String words, String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Talks talks = before.care().talks();
    Optional<Appointment> visit =
        talks.planned().stream().filter(one -> one.how() == CaseEvent.Talk.VISIT).findFirst();
    if (visit.isEmpty()) {
      return Decision.refused("no-such-talk");
    }
    if (words == null || words.isBlank()) {
      return Decision.refused("caution-needed", "caution");
    }
    if (words.length() > Inviting.CAUTION) {
      return Decision.refused("caution-too-long", "caution");
    }
    String said = words.strip();
    if (talks.cautions().stream().anyMatch(one -> one.words().equals(said))) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.care(draft.care().with(talks.with(new Talks.Caution(moment.now(), by, said))));
    return draft.done();
  }
}
