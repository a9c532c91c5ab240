package nl.aanspreekpunt.web.work.writing;

import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Planned;
import nl.aanspreekpunt.casework.contact.Agreements;
import nl.aanspreekpunt.casework.planned.PlanningReply;
import nl.aanspreekpunt.casework.planned.SeenReply;
import nl.aanspreekpunt.web.work.Form;

/**
 * When an answer goes that is sent from the page: after the few seconds in which it can be taken
 * back, or at a moment that its writer chose.
 *
 * @param undo nothing: an answer goes at once
 */
public record Planning(Agreements agreements, Duration undo) {
  /** Names of fields: when, that moment, the answer that came back, and what of its files goes. */
  static final String WHEN = "when";

  static final String AT = "sendAt";
  static final String DRAFT = "concept";
  static final String KEPT = "kept-";

  /** What {@link #WHEN} says for a moment of one's own. */
  static final String OWN = "own";

  /** With the files of the answer that came back and is sent again. */
  public static Act kept(Act act, Case one, Form form) {
    if (!(act instanceof SeenReply reply)) {
      return act;
    }
    List<String> chosen = form.starting(KEPT);
    List<CaseEvent.Photo> kept =
        one.care().plans().find(form.get(DRAFT)).map(Planned::files).orElse(List.of()).stream()
            .filter(file -> chosen.contains(key(file)))
            .toList();
    return kept.isEmpty()
        ? act
        : reply.with(Stream.concat(kept.stream(), reply.reply().files().stream()).toList());
  }

  static String key(CaseEvent.Photo file) {
    return file.receipt() + ":" + file.part();
  }

  /**
   * What is to be done now.
   *
   * @param sent as the form says
   * @param checked the same, as it would be done at once
   */
  public Future<Act> of(Act sent, Act checked, Case one, Form form, Moment moment) {
    if (!(sent instanceof SeenReply reply)) {
      return Future.succeededFuture(checked);
    }
    Instant at;
    try {
      at = at(form, moment);
    } catch (DateTimeException e) {
      return Future.succeededFuture((before, now) -> Decision.refused("moment-needed", AT));
    }
    String draft = form.orNull(DRAFT);
    boolean atOnce = at == null && ((undo.isZero() && draft == null) || !one.open());
    return atOnce
        ? Future.succeededFuture(checked)
        : agreements
            .of(one, moment.now())
            .map(
                agreed ->
                    new PlanningReply(
                        checked,
                        reply.reply(),
                        at,
                        undo,
                        draft,
                        !form.get("evenLate").isEmpty(),
                        agreed.orElse(null)));
  }

  /** Null: at once. */
  private static Instant at(Form form, Moment moment) {
    String when = form.get(WHEN);
    if (when.isEmpty() || when.equals("now")) {
      return null;
    }
    if (!when.equals(OWN)) {
      return Instant.parse(when);
    }
    Instant own = form.local(AT, moment.directory().zone());
    if (own == null) {
      throw new DateTimeException("no moment");
    }
    return own;
  }

  /** What the page says of an act that was done. */
  public static String done(String deed, Act act) {
    if (!(act instanceof PlanningReply plan)) {
      return deed;
    }
    return plan.at() == null ? "straks" : "later";
  }
}
