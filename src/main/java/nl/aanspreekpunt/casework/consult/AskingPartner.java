package nl.aanspreekpunt.casework.consult;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Consult;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Dues;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * Asks somebody of another organisation, by mail and a link of their own. Only with the consent of
 * the citizen, which is on record; the same again while it waits changes nothing.
 *
 * @param email null: what was given is none
 * @param consent how, when and who of the case's people; null when it was not said
 */
public record AskingPartner(
    String by,
    String organisation,
    String name,
    Address email,
    String question,
    List<String> messages,
    Consult.Consent consent)
    implements Act {
  static final Duration OPENS_FOR = Duration.ofDays(28);
  static final int LONGEST_NAME = 100;

  /** Of organisations here and of who asks, whatever the citizen's is. */
  private static final String LANGUAGE = "nl";

  private static final Duration LONG_AGO = Duration.ofDays(366);

  @Override
  public Decision on(Case before, Moment moment) {
    Decision refused = Consulting.refusal(before, question, messages);
    refused = refused == null ? partner(before) : refused;
    refused = refused == null ? consent(before, moment) : refused;
    if (refused != null) {
      return refused;
    }
    if (before.care().consults().stream().anyMatch(one -> same(before, one))) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    Consult one =
        new Consult(
            Consulting.next(before),
            null,
            question.strip(),
            messages,
            by,
            moment.now(),
            List.of(),
            new Consult.Partner(
                organisation.strip(),
                name.strip(),
                email,
                LANGUAGE,
                consent,
                Dues.due(PromiseKind.CONSULT, moment, draft.matter()),
                null,
                moment.now().plus(OPENS_FOR),
                null),
            List.of());
    draft.care(draft.care().with(one));
    draft.event(new CaseEvent.Consulted(moment.now(), by, one.id(), organisation.strip()));
    draft.post(null, notice(before, one));
    return draft.done();
  }

  private boolean same(Case before, Consult one) {
    return one.partner() != null
        && one.waits(before)
        && one.partner().address().equals(email)
        && one.question().equals(question.strip());
  }

  private Decision partner(Case before) {
    if (blank(organisation) || organisation.length() > LONGEST_NAME) {
      return Decision.refused("partner-organisation", "organisation");
    }
    if (blank(name) || name.length() > LONGEST_NAME) {
      return Decision.refused("partner-name", "partner");
    }
    if (email == null) {
      return Decision.refused("partner-email", "email");
    }
    return before.participant(email).isPresent()
        ? Decision.refused("partner-takes-part", "email")
        : null;
  }

  private Decision consent(Case before, Moment moment) {
    if (consent == null || consent.how() == null) {
      return Decision.refused("consent-needed", "how");
    }
    if (consent.link() == null || before.participant(consent.link()).isEmpty()) {
      return Decision.refused("consent-whose", "link");
    }
    if (!before.care().decides(consent.link())) {
      return Decision.refused("consent-decides", "link");
    }
    boolean wrong =
        consent.on() == null
            || consent.on().isAfter(moment.now())
            || consent.on().isBefore(moment.now().minus(LONG_AGO));
    return wrong ? Decision.refused("partner-consent-when", "on") : null;
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private Notice notice(Case before, Consult one) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("consult", one.id());
    facts.put("question", one.question());
    facts.put("partner", one.partner().name());
    facts.put("due", one.partner().until().toString());
    facts.put("last", one.partner().due().toString());
    return new Notice(
        "partner-" + one.id(),
        Notice.Kind.PARTNER,
        Channel.EMAIL,
        email.value(),
        by,
        before.id(),
        LANGUAGE,
        facts);
  }
}
