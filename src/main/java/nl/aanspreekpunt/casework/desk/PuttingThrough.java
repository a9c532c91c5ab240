package nl.aanspreekpunt.casework.desk;

import java.time.Duration;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;

/**
 * A clerk puts a citizen on the line through to a colleague. It keeps no promise: whether they
 * spoke is for that colleague to say.
 *
 * @param to official id
 * @param told what the clerk said to that colleague first; empty: nothing
 * @param by who puts through (official id)
 */
public record PuttingThrough(String to, String told, String by) implements Act {
  /** Characters of what was said. */
  public static final int LONGEST = 1_000;

  /** Within this the same again is a second press of the same key. */
  private static final Duration AGAIN = Duration.ofMinutes(1);

  @Override
  public Decision on(Case before, Moment moment) {
    if (told.length() > LONGEST) {
      return Decision.refused("text-too-long", "told");
    }
    if (!moment.directory().employed(to, moment.now()) || before.barred().contains(to)) {
      return Decision.refused("not-employed", "to");
    }
    boolean again =
        before
            .happened(CaseEvent.PutThrough.class)
            .anyMatch(
                one ->
                    one.by().equals(by)
                        && one.to().equals(to)
                        && one.at().plus(AGAIN).isAfter(moment.now()));
    if (again) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.event(new CaseEvent.PutThrough(moment.now(), by, to, told));
    return draft.done();
  }
}
