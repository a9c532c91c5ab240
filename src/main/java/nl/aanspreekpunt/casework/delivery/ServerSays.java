package nl.aanspreekpunt.casework.delivery;

import java.util.Map;
import java.util.Set;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Reporting;
import nl.aanspreekpunt.outbox.Notice;

/**
 * A mail server says something of a letter that settles nothing: it is on the timeline, its
 * official hears it once, and what was promised stays as it is.
 *
 * @param entry outbox id
 * @param state one of those below
 * @param detail why, as {@link CaseEvent.Delivery#detail()}
 */
public record ServerSays(String entry, String state, String detail) implements Act {
  /** It is tried again for some days. */
  public static final String DELAYED = "DELAYED";

  /** It arrives only when somebody confirms that it is from a person. */
  public static final String CHALLENGED = "CHALLENGED";

  /** It did not arrive, says a mail that anybody could have written. */
  public static final String UNCONFIRMED = "UNCONFIRMED";

  private static final Set<String> FINAL =
      Set.of("REFUSED", "DEAD", "DELIVERED", "READ", "WITHHELD");

  @Override
  public Decision on(Case before, Moment moment) {
    boolean known =
        before
            .happened(CaseEvent.Delivery.class)
            .filter(one -> one.entry().equals(entry))
            .anyMatch(one -> one.state().equals(state) || FINAL.contains(one.state()));
    if (known) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.event(new CaseEvent.Delivery(moment.now(), entry, state, detail));
    draft
        .tell()
        .official(
            Reporting.who(draft),
            Notice.Kind.WARNING,
            Map.of("what", what(), "detail", detail, "entry", entry));
    return draft.done();
  }

  private String what() {
    return switch (state) {
      case DELAYED -> "delayed";
      case CHALLENGED -> "challenged";
      default -> "perhaps-undelivered";
    };
  }
}
