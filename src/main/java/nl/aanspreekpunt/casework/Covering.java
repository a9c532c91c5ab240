package nl.aanspreekpunt.casework;

import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.outbox.Notice;

/**
 * Somebody acts for the whole case while the responsible official is away or has left.
 *
 * @param reason "departure" or "absence"
 * @param told the one notice that the citizen gets; null: they are not told now
 */
record Covering(String official, String reason, Together told) implements Act {
  /** The reason that ends when the official is back. */
  static final String ABSENCE = "absence";

  static final String DEPARTURE = "departure";

  static boolean forAbsence(Acting acting) {
    return acting.reason().equals(ABSENCE);
  }

  @Override
  public Decision on(Case before, Moment moment) {
    if (!before.open() || before.official().equals(official)) {
      return new Decision.Unchanged(before);
    }
    boolean acts = before.actingNow().filter(a -> a.official().equals(official)).isPresent();
    // Who acts during an absence since a message came in was named in its acknowledgement.
    boolean heard = acts && reason.equals(ABSENCE);
    boolean tell = told != null && !heard && !wasTold(before);
    if (acts && !tell) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    if (!acts) {
      draft.act(null, official, before.official(), reason);
    }
    if (tell) {
      draft.tell().under(told.entry()).citizen(Notice.Kind.ACTING, official, facts(before, moment));
    }
    return draft.done();
  }

  private boolean wasTold(Case before) {
    return before.events().stream()
        .anyMatch(e -> e instanceof CaseEvent.Told one && one.entry().equals(told.entry()));
  }

  private Map<String, String> facts(Case before, Moment moment) {
    Map<String, String> facts = new TreeMap<>(told.facts());
    facts.put("insteadOf", before.official());
    facts.putAll(Dues.first(before.openPromises()));
    Deputising.back(before.official(), moment).ifPresent(back -> facts.put("back", back));
    return facts;
  }
}
