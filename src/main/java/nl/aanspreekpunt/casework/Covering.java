package nl.aanspreekpunt.casework;

import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;

/**
 * Somebody acts for the whole case while the responsible official is away or has left.
 *
 * @param reason "departure" or "absence"
 * @param told whether the citizen hears it now
 */
public record Covering(String official, String reason, boolean told) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    boolean acts = before.actingNow().filter(a -> a.official().equals(official)).isPresent();
    if (!before.open() || before.official().equals(official) || acts) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.act(null, official, before.official(), reason);
    if (told) {
      draft.tell().citizen(Notice.Kind.ACTING, official, facts(before));
    }
    return draft.done();
  }

  private static Map<String, String> facts(Case before) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("insteadOf", before.official());
    before.openPromises().stream()
        .map(Promise::due)
        .min(java.time.Instant::compareTo)
        .ifPresent(due -> facts.put("due", due.toString()));
    return facts;
  }
}
