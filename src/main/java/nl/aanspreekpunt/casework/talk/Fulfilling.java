package nl.aanspreekpunt.casework.talk;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * What was agreed in a talk was done, or will not be; or that was a mistake, and it is open again.
 * The citizen hears so each time.
 *
 * @param promise promise id
 * @param words what was done, or why not, which the citizen reads; needed but for taking it back
 * @param by official id
 */
public record Fulfilling(String promise, What what, String words, String by) implements Act {
  public enum What {
    DONE,
    OFF,
    AGAIN
  }

  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Promise> found =
        before.promise(promise).filter(one -> one.kind() == PromiseKind.UNDERTAKING);
    if (found.isEmpty()) {
      return Decision.refused("no-such-promise");
    }
    if (what == null) {
      return Decision.refused("agreement-what", "what");
    }
    if (!before.open()) {
      return Decision.refused("closed");
    }
    if (found.get().open() == (what == What.AGAIN)) {
      return new Decision.Unchanged(before);
    }
    if (what != What.AGAIN && (words.isBlank() || words.length() > Inviting.LINE)) {
      return Decision.refused("agreement-said", "words");
    }
    Draft draft = new Draft(before, moment);
    switch (what) {
      case DONE -> draft.promises.keep(found.get(), by, "done");
      case OFF -> draft.promises.withdraw(found.get(), by, "off");
      case AGAIN -> draft.promises.restore(found.get(), by);
    }
    Map<String, String> facts = new TreeMap<>();
    facts.put("what", what.name().toLowerCase(java.util.Locale.ROOT));
    facts.put("words", found.get().said());
    facts.put("reason", words.strip());
    facts.put("due", found.get().due().toString());
    draft.tell().citizen(Notice.Kind.AGREEMENT, by, facts);
    return draft.done();
  }
}
