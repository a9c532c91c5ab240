package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.outbox.Notice;

/**
 * A case is offered by hand to another official, who is here and may read it. Nothing changes until
 * they accept: who is responsible stays so, the ladder goes on, and the citizen hears nothing yet.
 *
 * @param note for who gets it; may be empty
 */
public record Offering(String to, String by, String note) implements Act {
  static final int LONGEST = 10_000;

  @Override
  public Decision on(Case before, Moment moment) {
    Directory directory = moment.directory();
    if (!before.open()) {
      return Decision.refused("closed");
    }
    if (before.offer() != null) {
      return Decision.refused("offered", "to");
    }
    if (before.official().equals(to) || by.equals(to)) {
      return Decision.refused("offer-self", "to");
    }
    if (!directory.employed(to, moment.now())) {
      return Decision.refused("not-employed", "to");
    }
    if (before.barred().contains(to)) {
      return Decision.refused("barred", "to");
    }
    if (!directory.here(to, moment.now())) {
      return Decision.refused("offer-away", "to");
    }
    if (note.length() > LONGEST) {
      return Decision.refused("text-too-long", "note");
    }
    Draft draft = new Draft(before, moment);
    Instant lapses = directory.offerLapses(to, moment.now());
    draft.offer.make(new Offer(by, to, note, moment.now(), lapses));
    Map<String, String> facts =
        new TreeMap<>(Map.of("what", "offered", "from", by, "due", lapses.toString()));
    if (isLate(before, moment)) {
      facts.put("late", "yes");
    }
    draft.tell().official(to, Notice.Kind.OFFER, facts);
    return draft.done();
  }

  private static boolean isLate(Case one, Moment moment) {
    return one.openPromises().stream()
        .anyMatch(promise -> !promise.waits() && promise.due().isBefore(moment.now()));
  }
}
