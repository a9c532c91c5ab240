package nl.aanspreekpunt.casework.principle;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Alert;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Dues;
import nl.aanspreekpunt.casework.Invocation;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Principled;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Mandate;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Principle;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Norm;

/**
 * An official acts on a principle without asking, within its mandate, and accounts for it on the
 * next working day. What is beyond the mandate goes to a manager first.
 *
 * @param principle topic id
 * @param what they do, in their words
 * @param euros whole euros that it costs; 0 when it costs none, below that it was no amount
 * @param by official id
 */
public record Invoking(String principle, String what, int euros, String by) implements Act {
  /** Characters of the words. */
  public static final int LONGEST = 500;

  public static final int MOST_EUROS = 1_000_000;

  private static final Norm NEXT_DAY = Norm.parse("P1D");

  @Override
  public Decision on(Case before, Moment moment) {
    Directory directory = moment.directory();
    Optional<Principle> known = Dues.principle(directory, principle);
    if (!before.open()) {
      return Decision.refused("closed");
    }
    if (known.isEmpty()) {
      return Decision.refused("no-such-principle", "principle");
    }
    if (what == null || what.isBlank()) {
      return Decision.refused("deed-needed", "what");
    }
    if (what.length() > LONGEST) {
      return Decision.refused("deed-too-long", "what");
    }
    if (euros < 0 || euros > MOST_EUROS) {
      return Decision.refused("euros", "euros");
    }
    Mandate may = known.get().may();
    if (!may.includes(by, principle, directory)) {
      return Decision.refused("not-in-mandate", "principle");
    }
    return may.covers(euros) ? invoked(before, moment) : Decision.refused("above-mandate", "euros");
  }

  private Decision invoked(Case before, Moment moment) {
    Draft draft = new Draft(before, moment);
    Principled now = draft.care().principled();
    Invocation made =
        new Invocation(
            before.id() + "-i" + (now.invocations().size() + 1),
            principle,
            by,
            what.strip(),
            euros,
            moment.now(),
            asked(before),
            moment.directory().clock(draft.team()).after(moment.now(), NEXT_DAY),
            null,
            false);
    Principled acted =
        now.alerts(
            one ->
                one.principle().equals(principle) && isOpen(one)
                    ? one.became(Alert.State.ANSWERED, by, moment.now())
                    : one);
    draft.care(draft.care().with(acted.with(made)));
    draft.event(
        new CaseEvent.Invoked(moment.now(), by, principle, what.strip(), euros, made.asked()));
    remind(draft, made);
    return draft.done();
  }

  private static boolean isOpen(Alert alert) {
    return alert.lasts() || alert.state() == Alert.State.PROPOSED;
  }

  /** When the message came that touched it; else the last one; else when the case was opened. */
  private Instant asked(Case before) {
    return before
        .care()
        .principled()
        .alert(principle)
        .map(Alert::asked)
        .or(
            () ->
                before
                    .happened(CaseEvent.Received.class)
                    .reduce((earlier, later) -> later)
                    .map(CaseEvent.Received::at))
        .orElse(before.openedAt());
  }

  /** Told when it is due, with other things, unless they accounted for it by then. */
  private void remind(Draft draft, Invocation made) {
    draft
        .directory()
        .official(by)
        .map(Official::email)
        .ifPresent(
            to ->
                draft.post(
                    made.id() + ".account",
                    new Notice(
                        "account-" + by,
                        Notice.Kind.PRINCIPLE,
                        Channel.DIGEST,
                        to,
                        by,
                        draft.before.id(),
                        "nl",
                        Map.of("what", "account", "invocation", made.id(), "page", "/werk")),
                    made.accountDue()));
  }
}
