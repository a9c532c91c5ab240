package nl.aanspreekpunt.casework.sofar;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.SoFarNote;
import nl.aanspreekpunt.outbox.Notice;

/** What happens with the story so far, as the cases that it is about say it. Each once. */
final class NotingSoFar {
  private NotingSoFar() {}

  /**
   * It was written, at a moment by which the same is known again.
   *
   * @param readers who read it since (official ids)
   */
  record Written(String by, Instant at, List<String> readers) implements Act {
    static Written of(SoFar one) {
      return new Written(
          one.by(), one.at(), one.readings().stream().map(SoFar.Reading::by).toList());
    }

    @Override
    public Decision on(Case before, Moment moment) {
      SoFarNote note = before.care().soFar();
      if (note != null && !note.at().isBefore(at)) {
        return new Decision.Unchanged(before);
      }
      Draft draft = new Draft(before, moment);
      draft.care(draft.care().with(new SoFarNote(at, by, readers)));
      draft.event(new CaseEvent.SoFarWritten(draft.now(), by));
      return draft.done();
    }
  }

  /** Somebody read what was written then: also in a case that came after it. */
  record Read(String by, SoFar one) implements Act {
    @Override
    public Decision on(Case before, Moment moment) {
      SoFarNote known = before.care().soFar();
      SoFarNote note =
          known == null || known.at().isBefore(one.at())
              ? new SoFarNote(one.at(), one.by(), null)
              : known;
      if (note.knows(by)) {
        return new Decision.Unchanged(before);
      }
      Draft draft = new Draft(before, moment);
      draft.care(draft.care().with(note.readBy(by)));
      draft.event(new CaseEvent.SoFarRead(draft.now(), by));
      return draft.done();
    }
  }

  /** The citizen says that it is otherwise: who is responsible hears so. */
  record Corrected(String correction) implements Act {
    @Override
    public Decision on(Case before, Moment moment) {
      boolean known =
          before
              .happened(CaseEvent.SoFarCorrected.class)
              .anyMatch(it -> it.correction().equals(correction));
      if (known) {
        return new Decision.Unchanged(before);
      }
      Draft draft = new Draft(before, moment);
      draft.event(new CaseEvent.SoFarCorrected(draft.now(), "citizen", correction));
      draft.tell().official(draft.responsible(), Notice.Kind.WARNING, Map.of("what", "so-far"));
      return draft.done();
    }
  }
}
