package nl.aanspreekpunt.casework.consult;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseTable;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.talk.PuttingDown;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * What is agreed at a table: somebody does something by a moment. Of the responsible official it is
 * a promise to the citizen, who reads it in those words; of whoever else sits there one between
 * colleagues.
 *
 * @param official who does it
 */
public record AgreeingAtTable(String by, String official, String what, Instant due) implements Act {
  public static final int LONGEST = 200;
  static final int MOST = 30;
  private static final Duration FURTHEST = Duration.ofDays(366);

  @Override
  public Decision on(Case before, Moment moment) {
    Optional<CaseTable> table = before.care().table();
    if (table.isEmpty() || !before.open()) {
      return Decision.refused("no-table");
    }
    if (what == null || what.isBlank() || what.length() > LONGEST) {
      return Decision.refused("table-what", "what");
    }
    if (due == null || !due.isAfter(moment.now()) || due.isAfter(moment.now().plus(FURTHEST))) {
      return Decision.refused("due-to-come", "due");
    }
    boolean theirs = before.official().equals(official);
    if (!theirs && !table.get().people().contains(official)) {
      return Decision.refused("agreement-who", "official");
    }
    boolean known =
        table.get().agreements().stream()
            .anyMatch(
                it ->
                    it.official().equals(official)
                        && it.what().equals(what.strip())
                        && it.due().equals(due));
    if (known) {
      return new Decision.Unchanged(before);
    }
    if (table.get().agreements().size() >= MOST) {
      return Decision.refused("too-many-agreements");
    }
    Draft draft = new Draft(before, moment);
    if (!theirs && draft.inward.cannot(official).isPresent()) {
      return Decision.refused("agreement-who", "official");
    }
    Promise made =
        theirs
            ? PuttingDown.agreed(draft, new PuttingDown.Agreement(what, due), official)
            : draft.inward.ask(PromiseKind.AGREEMENT, official, due, by);
    draft.care(
        draft
            .care()
            .with(
                table
                    .get()
                    .agreed(new CaseTable.Agreement(made.id(), official, what.strip(), due))));
    return draft.done();
  }
}
