package nl.aanspreekpunt.casework.decision;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Body;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Closing;
import nl.aanspreekpunt.casework.Consent;
import nl.aanspreekpunt.casework.Grounds;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.promise.LegalClass;

/** What a decision must say before anybody hears it. Weighs one, once. */
final class Weighing {
  /** Characters of each of its parts. */
  static final int LONGEST = 10_000;

  /** Letters of what is said in a part that is needed. */
  private static final int LETTERS = 3;

  private static final int LINE = 254;

  private final Case one;
  private final Outcome outcome;
  private final Grounds grounds;
  private final Moment moment;
  private final List<Refusal> wanting = new ArrayList<>();

  Weighing(Case one, Outcome outcome, Grounds grounds, Moment moment) {
    this.one = one;
    this.outcome = outcome;
    this.grounds = grounds;
    this.moment = moment;
  }

  /**
   * A refusal of what was formally asked for can be objected to, and says so (Algemene wet
   * bestuursrecht, articles 1:3, 3:45 and 7:1). Nothing is to be chosen: the law offers it.
   */
  static boolean objectable(Case one, Outcome outcome) {
    return one.legalClass() == LegalClass.FORMAL
        && (outcome == Outcome.REFUSED || outcome == Outcome.PARTLY);
  }

  /**
   * Whether what was asked is itself an objection: a refusal of that goes to the court (Algemene
   * wet bestuursrecht, article 8:1; 6:7 gives six weeks for it too). As its official says, else as
   * its subject does.
   */
  static boolean appeals(Case one, Grounds grounds) {
    return grounds.appeal() == null ? Deciding.objects(one) : grounds.appeal();
  }

  /** All that it does not say enough of, in the order of its form; empty when it does. */
  List<Refusal> wanting() {
    if (outcome == null || !outcome.reasoned()) {
      return List.of(new Refusal("outcome-needed", "outcome"));
    }
    reason();
    if (outcome == Outcome.NOT_NOW) {
      needs(says(grounds.changes()), "changes-needed", "changes");
    } else {
      needs(says(grounds.rule()), "rule-needed", "rule");
      if (outcome == Outcome.NOT_OURS) {
        elsewhere();
      } else {
        alternative();
      }
    }
    fits(grounds.rule(), "rule");
    fits(grounds.alternative(), "alternative");
    fits(grounds.changes(), "changes");
    fits(grounds.talk(), "offer");
    return List.copyOf(wanting);
  }

  private void reason() {
    needs(OwnReason.longEnough(grounds.reason()), "explanation-needed", "explanation");
    fits(grounds.reason(), "explanation");
    if (wanting.isEmpty()) {
      needs(OwnReason.in(grounds.reason()), "rule-alone", "explanation");
    }
  }

  private void alternative() {
    boolean nothing = blank(grounds.alternative()) && objectable(one, outcome);
    needs(says(grounds.alternative()) || nothing, "alternative-needed", "alternative");
  }

  private void needs(boolean there, String code, String field) {
    if (!there) {
      wanting.add(new Refusal(code, field));
    }
  }

  private void fits(String text, String field) {
    needs(text == null || text.length() <= LONGEST, "part-too-long", field);
  }

  private void elsewhere() {
    Body body = grounds.body() == null ? new Body(null, null, null, null) : grounds.body();
    helper(body);
    boolean agreed = grounds.consent() != null;
    if (agreed && blank(body.email())) {
      needs(false, "email-to-forward", "email");
    } else {
      needs(!blank(body.email()) || !blank(body.phone()), "reach-needed", "email");
    }
    readable(body);
    if (agreed) {
      agreed(grounds.consent());
    }
  }

  /** The same of what it takes to ask whether it may go there. */
  List<Refusal> wantingToForward() {
    Body body = grounds.body() == null ? new Body(null, null, null, null) : grounds.body();
    helper(body);
    needs(!blank(body.email()), "email-to-forward", "email");
    readable(body);
    sent();
    fits(grounds.reason(), "explanation");
    fits(grounds.rule(), "rule");
    fits(grounds.talk(), "offer");
    return List.copyOf(wanting);
  }

  private void helper(Body body) {
    needs(!blank(body.name()), "helper-needed", "helper");
    needs(line(body.name()), "text-too-long", "helper");
    needs(!blank(body.person()), "person-needed", "person");
    needs(line(body.person()), "text-too-long", "person");
  }

  private void readable(Body body) {
    boolean email = blank(body.email()) || Addresses.email(body.email()).isPresent();
    needs(email, "email-wrong", "email");
    needs(line(body.phone()), "text-too-long", "reach");
  }

  private void sent() {
    Set<String> here =
        one.messages().stream().map(CaseEvent.Received::receipt).collect(Collectors.toSet());
    boolean sent = !grounds.messages().isEmpty() && here.containsAll(grounds.messages());
    needs(sent, "messages-needed", "messages");
  }

  private static boolean line(String text) {
    return text == null || text.length() <= LINE;
  }

  private void agreed(Consent consent) {
    ZoneId zone = moment.directory().zone();
    if (consent.onPage()) {
      boolean theirs =
          Optional.ofNullable(one.care().asked())
              .filter(it -> it.covers(grounds, zone))
              .isPresent();
      needs(theirs, "consent-not-theirs", "consentPage");
    } else {
      needs(!blank(consent.how()), "consent-how", "consent");
      needs(Closing.decides(one), "consent-decides", "consent");
      day(consent, zone);
    }
    sent();
  }

  private void day(Consent consent, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(moment.now(), zone);
    boolean day =
        consent.on() != null
            && !consent.on().isAfter(today)
            && !consent.on().isBefore(LocalDate.ofInstant(one.openedAt(), zone).minusYears(1));
    needs(day, "consent-when", "consentOn");
  }

  private static boolean says(String words) {
    return OwnReason.letters(words, LETTERS);
  }

  static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
