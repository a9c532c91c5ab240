package nl.aanspreekpunt.casework.chafe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Chafe;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Reachable;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * A case in which something chafed follows how that stands: each step is put on record, and who met
 * it hears who looks at it, by when, that it is late, and the answer. One letter for whatever
 * changed since the last; the same again changes nothing.
 *
 * @param known what its citizen heard, when that was told in a case that was joined to this one
 * @param friction the id it was reported under
 */
public record Hearing(String friction, Chafe known, Standing now) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Chafe> heard = before.care().chafe(friction).or(() -> Optional.ofNullable(known));
    if (heard.isEmpty()) {
      return new Decision.Unchanged(before);
    }
    Chafe chafe = heard.get();
    List<Step> fresh = now.fresh(chafe);
    String what = what(chafe, fresh, moment);
    if (fresh.isEmpty() && (what == null || !chafe.tells())) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    for (Step step : fresh) {
      draft.event(
          new CaseEvent.FrictionMoved(
              step.at(), step.by(), friction, step.state().name(), step.words()));
    }
    boolean tells = what != null && chafe.tells();
    if (tells) {
      tell(draft, what, chafe, fresh);
    }
    draft.care(draft.care().with(after(chafe, fresh, tells, moment)));
    return draft.done();
  }

  private Chafe after(Chafe chafe, List<Step> fresh, boolean told, Moment moment) {
    Chafe recorded = chafe.recorded(fresh.stream().map(now::key).toList());
    return told ? recorded.told(now.owner(), now.due(), now.lateAt(moment.now())) : recorded;
  }

  /** What is to be told, as a code of the letter's texts; null: nothing. */
  private String what(Chafe chafe, List<Step> fresh, Moment moment) {
    Optional<Step> answer =
        fresh.stream().filter(one -> one.state().answers()).reduce((first, then) -> then);
    if (answer.isPresent()) {
      return answer.get().state().name();
    }
    if (now.due() == null) {
      return null;
    }
    if (chafe.owner() == null) {
      return "looked";
    }
    boolean late = now.lateAt(moment.now()) && !(chafe.late() && now.due().equals(chafe.due()));
    if (!now.owner().equals(chafe.owner())) {
      return "owner";
    }
    return late ? "late" : now.due().equals(chafe.due()) ? null : "moved";
  }

  private void tell(Draft draft, String what, Chafe chafe, List<Step> fresh) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("what", what);
    facts.put("rule", now.rule());
    if (now.due() != null) {
      facts.put("due", now.due().toString());
      facts.put("promise", PromiseKind.FRICTION.name());
    }
    if (what.equals("owner")) {
      facts.put("from", chafe.owner());
    }
    Optional<Step> answer =
        fresh.stream().filter(one -> one.state().answers()).reduce((first, then) -> then);
    answer.ifPresent(step -> facts.put("text", step.words()));
    boolean called = draft.contact().filter(to -> Reachable.by(to) == Channel.PHONE).isPresent();
    if (called && !draft.open() && !draft.before.joined()) {
      draft.reopen("hub", "friction"); // a call is owed, and nobody calls in what is closed
    }
    draft.tell().citizen(Notice.Kind.CHAFED, now.owner(), facts);
  }
}
