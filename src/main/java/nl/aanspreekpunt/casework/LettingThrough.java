package nl.aanspreekpunt.casework;

/**
 * A file that is held back for what it is may be opened, and why is on record. Only who leads the
 * team lets one through.
 *
 * @param file its name
 */
public record LettingThrough(String by, String file, String reason) implements Act {
  /** Whether somebody may (official id). */
  public static boolean may(Case one, String by, Moment moment) {
    return moment.directory().ledBy(by).stream().anyMatch(team -> team.id().equals(one.team()));
  }

  @Override
  public Decision on(Case before, Moment moment) {
    if (!may(before, by, moment)) {
      return Decision.refused("not-the-lead");
    }
    if (reason == null || reason.isBlank()) {
      return Decision.refused("file-reason-needed", "why");
    }
    Draft draft = new Draft(before, moment);
    draft.event(new CaseEvent.LetThrough(moment.now(), by, file, reason.strip()));
    return draft.done();
  }
}
