package nl.aanspreekpunt.casework.principle;

import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Invocation;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.words.Veil;

/**
 * What acting on a principle cost and brought, in two sentences, by whoever did it or helps in the
 * case. Also when the case is closed.
 *
 * @param invocation id
 * @param by official id
 */
public record Accounting(String invocation, String cost, String brought, String by) implements Act {
  /** Characters of each. */
  public static final int LONGEST = 300;

  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Invocation> made = before.care().principled().invocation(invocation);
    if (made.filter(Invocation::owing).isEmpty()) {
      return Decision.refused("accounted");
    }
    if (isMissing(cost)) {
      return Decision.refused("cost-needed", "cost");
    }
    if (isMissing(brought)) {
      return Decision.refused("brought-needed", "brought");
    }
    if (cost.length() > LONGEST || brought.length() > LONGEST) {
      return Decision.refused("account-too-long", cost.length() > LONGEST ? "cost" : "brought");
    }
    Veil veil = Veil.of(before, moment.directory());
    if (names(veil, cost) || names(veil, brought)) {
      return Decision.refused("account-names", names(veil, cost) ? "cost" : "brought");
    }
    Draft draft = new Draft(before, moment);
    Invocation.Account given =
        new Invocation.Account(cost.strip(), brought.strip(), by, moment.now());
    draft.care(draft.care().with(draft.care().principled().with(made.get().accounted(given))));
    draft.event(
        new CaseEvent.Accounted(
            moment.now(), by, made.get().principle(), given.cost(), given.brought()));
    return draft.done();
  }

  /** All who work here read it: what it cost and brought, not whom it was for. */
  private static boolean names(Veil veil, String text) {
    return veil.in(text).stream()
        .map(Veil.Found::kind)
        .anyMatch(
            kind ->
                kind != Veil.Kind.OFFICIAL && kind != Veil.Kind.DAY && kind != Veil.Kind.NUMBER);
  }

  private static boolean isMissing(String text) {
    return text == null || text.isBlank();
  }
}
