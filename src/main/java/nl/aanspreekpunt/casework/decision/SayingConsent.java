package nl.aanspreekpunt.casework.decision;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Acting;
import nl.aanspreekpunt.casework.AskedConsent;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.outbox.Notice;

/**
 * The citizen says whether their words may go to who does help. Who is responsible hears it; they
 * may say otherwise until it has gone.
 *
 * @param link who says so (link id): only who was asked
 */
public record SayingConsent(String link, boolean agrees) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    AskedConsent asked = before.care().asked();
    if (!before.open() || asked == null || !asked.link().equals(link)) {
      return Decision.refused("consent-over");
    }
    if (Objects.equals(asked.agrees(), agrees)) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.care(draft.care().consenting(asked.said(moment.now(), agrees)));
    String helper = asked.helper();
    draft.event(new CaseEvent.ConsentSaid(moment.now(), "citizen", link, helper, agrees));
    Set<String> whom = new LinkedHashSet<>(List.of(draft.responsible()));
    draft.actsForAll().map(Acting::official).ifPresent(whom::add);
    String what = agrees ? "consent-given" : "consent-refused";
    whom.forEach(one -> draft.tell().official(one, Notice.Kind.WARNING, Map.of("what", what)));
    return draft.done();
  }
}
