package nl.aanspreekpunt.casework.consult;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Consult;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * What a partner answers, by mail or on their page. It is never a message of the citizen. The same
 * message, or the same words on the page, again change nothing. A mail is taken in also when their
 * link opens nothing any more. What a machine of theirs writes answers nothing: whoever is
 * responsible is warned, for they still wait.
 *
 * @param consult its id in the case
 * @param receipt the mail (receipt id); null: on their page
 * @param automatic a machine wrote it
 */
public record PartnerAnswering(String consult, String text, String receipt, boolean automatic)
    implements Act {
  public static final int LONGEST = 10_000;
  private static final int MOST = 20;
  private static final int MOST_AUTOMATIC = 5;

  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Consult> found = before.care().consult(consult).filter(it -> it.partner() != null);
    if (found.isEmpty()) {
      return Decision.refused("no-such-consult");
    }
    Consult one = found.get();
    if (receipt == null && !one.opens(before, moment.now())) {
      return Decision.refused("consult-ended");
    }
    String words = text == null ? "" : text.strip();
    if (words.isEmpty() && receipt == null) {
      return Decision.refused("consult-answer-needed", "text");
    }
    if (words.length() > LONGEST && receipt == null) {
      return Decision.refused("consult-too-long", "text");
    }
    boolean known =
        one.answers().stream()
            .anyMatch(
                it ->
                    receipt == null
                        ? it.text().equals(words)
                        : Objects.equals(it.receipt(), receipt));
    if (known || alike(one) >= (automatic ? MOST_AUTOMATIC : MOST)) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    String kept = words.length() > LONGEST ? words.substring(0, LONGEST) + " …" : words;
    draft.care(
        draft
            .care()
            .with(one.answered(new Consult.Answer(null, moment.now(), kept, receipt, automatic))));
    String who = one.partner().organisation();
    int place = one.answers().size();
    if (automatic) {
      draft.event(new CaseEvent.ConsultAutoReplied(moment.now(), who, consult, place));
      draft
          .tell()
          .official(draft.responsible(), Notice.Kind.WARNING, Map.of("what", "partner-automatic"));
    } else {
      draft.event(new CaseEvent.ConsultAnswered(moment.now(), who, consult, place));
      draft.inward.answered(before.id() + "-" + consult, PromiseKind.CONSULT, draft.responsible());
    }
    return draft.done();
  }

  /** A machine that goes on and on keeps no answer of a person out. */
  private long alike(Consult one) {
    return one.answers().stream().filter(it -> it.automatic() == automatic).count();
  }
}
