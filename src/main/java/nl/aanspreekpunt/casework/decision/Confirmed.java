package nl.aanspreekpunt.casework.decision;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.AskingHelped;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Referred;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;

/**
 * The other body confirmed that it helps: what was promised of that is kept, and the case closes
 * unless something else is still to be done in it. The citizen hears it.
 *
 * @param who said so; may be empty when a message says it
 * @param receipt of that body's message (receipt id); null when it was not in one
 */
public record Confirmed(String by, String who, String receipt) implements Act {
  private static final int LONGEST = 200;

  @Override
  public Decision on(Case before, Moment moment) {
    Referred referred = before.care().referred();
    Optional<Promise> promise =
        referred == null ? Optional.empty() : before.promise(referred.promise());
    if (!before.open() || promise.filter(Promise::open).isEmpty()) {
      return Decision.refused("nothing-elsewhere");
    }
    boolean theirs =
        before.messages().stream()
            .anyMatch(in -> in.receipt().equals(receipt) && Referred.LINK.equals(in.link()));
    if (receipt != null && !theirs) {
      return Decision.refused("not-their-message", "message");
    }
    if (receipt == null && (Weighing.blank(who) || who.length() > LONGEST)) {
      return Decision.refused("who-confirmed", "who");
    }
    Draft draft = new Draft(before, moment);
    String helper = referred.body().shown();
    draft.promises.keep(promise.get(), by, "confirmed");
    draft.event(
        new CaseEvent.ElsewhereConfirmed(
            moment.now(), by, helper, Weighing.blank(who) ? null : who.strip(), receipt));
    draft.care(draft.care().referring(null));
    Map<String, String> facts = new TreeMap<>();
    facts.put("outcome", Outcome.NOT_OURS.name());
    facts.put("helper", helper);
    facts.put("confirmed", "yes");
    if (!Weighing.blank(who) && !helper.contains(who.strip())) {
      facts.put("person", who.strip());
    }
    boolean ends = draft.promises.open().isEmpty();
    if (ends) {
      draft.event(new CaseEvent.Closed(moment.now(), by, Outcome.NOT_OURS, "", helper));
      AskingHelped.in(draft, Outcome.NOT_OURS, facts);
    }
    draft.tell().citizen(Notice.Kind.CLOSED, by, facts);
    if (ends) {
      draft.close(Outcome.NOT_OURS);
    }
    return draft.done();
  }
}
