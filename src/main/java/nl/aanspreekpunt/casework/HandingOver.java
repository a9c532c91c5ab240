package nl.aanspreekpunt.casework;

import java.time.Instant;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * Somebody gives a case to another official at once, without their consent. Between two officials
 * it is offered instead: see {@link Offering} and docs/adr/0010.
 *
 * @param by official id of who may act in it
 * @param note for the successor; may be empty
 */
public record HandingOver(String to, String by, String note) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if (!atOnce(before, by, moment)) {
      return Decision.refused("offer-first");
    }
    String reason = by.equals(before.official()) ? "handover" : "reassigned";
    return new Reassigning(to, by, reason, note).on(before, moment);
  }

  /**
   * The same act, unless it would give the case to somebody who is away and nobody said that this
   * is meant.
   */
  public static Act unlessAway(String to, boolean evenAbsent, Act act) {
    return (before, moment) -> {
      Decision decision = act.on(before, moment);
      boolean away = moment.directory().absent(to, moment.now());
      return decision instanceof Decision.Changed && away && !evenAbsent
          ? Decision.refused("to-away", "to")
          : decision;
    };
  }

  /**
   * Who leads the team places its cases, and so does whom the ladder asked to; where nobody answers
   * for who is away or has left, whoever may act does; and who finds out who helps does just that.
   */
  public static boolean atOnce(Case one, String by, Moment moment) {
    Directory directory = moment.directory();
    return directory.ledBy(by).stream().anyMatch(team -> team.id().equals(one.team()))
        || asked(one, by)
        || directory.absent(one.official(), moment.now())
        || !directory.employed(one.official(), moment.now())
        || one.openPromises().stream().anyMatch(due -> due.kind() == PromiseKind.FIND_OUT);
  }

  /** By the ladder, since responsibility last changed. */
  private static boolean asked(Case one, String by) {
    Instant since = one.responsibilities().get(one.responsibilities().size() - 1).from();
    return Concerned.asked(one.openPromises(), since).anyMatch(by::equals);
  }
}
