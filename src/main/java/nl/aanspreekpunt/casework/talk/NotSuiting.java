package nl.aanspreekpunt.casework.talk;

import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Appointment;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.outbox.Notice;

/**
 * The citizen says that a planned talk does not suit, and what would. It stands until the official
 * moves it or calls it off; they are told.
 *
 * @param promise promise id
 * @param words theirs
 * @param by the address that was invited
 */
public record NotSuiting(String promise, String words, Address by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Appointment> found =
        before.care().talks().of(promise).filter(one -> by.equals(one.to()));
    if (found.isEmpty()) {
      return Decision.refused("no-such-talk");
    }
    if (words.isBlank() || words.length() > Inviting.LINE) {
      return Decision.refused("talk-suits-words", "words");
    }
    Appointment one = found.get();
    if (words.strip().equals(one.unsuited())) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.care(draft.care().with(draft.care().talks().with(one.unsuited(words.strip()))));
    draft.event(new CaseEvent.NotSuiting(draft.now(), promise, one.from(), words.strip()));
    draft
        .tell()
        .official(
            one.official(),
            Notice.Kind.WARNING,
            Map.of("what", "talk-unsuited", "promise", promise));
    return draft.done();
  }
}
