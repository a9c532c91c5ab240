package nl.aanspreekpunt.casework.decision;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Body;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Consent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Grounds;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.promise.LegalClass;

/** What a decision must say before anybody hears it. */
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

  /** Empty when it says enough. */
  Optional<Decision> refusal() {
    if (outcome == null || !outcome.reasoned()) {
      return refused("outcome-needed", "outcome");
    }
    if (tooLong()) {
      return refused("text-too-long", "explanation");
    }
    if (!OwnReason.longEnough(grounds.reason())) {
      return refused("explanation-needed", "explanation");
    }
    if (!OwnReason.in(grounds.reason())) {
      return refused("rule-alone", "explanation");
    }
    if (outcome == Outcome.NOT_NOW) {
      return !says(grounds.changes()) ? refused("changes-needed", "changes") : Optional.empty();
    }
    if (!says(grounds.rule())) {
      return refused("rule-needed", "rule");
    }
    if (outcome == Outcome.NOT_OURS) {
      return elsewhere();
    }
    boolean nothing = blank(grounds.alternative()) && objectable(one, outcome);
    return !says(grounds.alternative()) && !nothing
        ? refused("alternative-needed", "alternative")
        : Optional.empty();
  }

  private boolean tooLong() {
    return Stream.of(
            grounds.reason(),
            grounds.rule(),
            grounds.alternative(),
            grounds.changes(),
            grounds.talk())
        .anyMatch(text -> text != null && text.length() > LONGEST);
  }

  private Optional<Decision> elsewhere() {
    Body body = grounds.body();
    if (body == null || blank(body.name())) {
      return refused("helper-needed", "helper");
    }
    if (blank(body.person())) {
      return refused("person-needed", "person");
    }
    if (blank(body.email()) && blank(body.phone())) {
      return refused("reach-needed", "email");
    }
    if (!blank(body.email()) && Addresses.email(body.email()).isEmpty()) {
      return refused("email-wrong", "email");
    }
    boolean line =
        Stream.of(body.name(), body.person(), body.phone())
            .allMatch(text -> text == null || text.length() <= LINE);
    if (!line) {
      return refused("text-too-long", "helper");
    }
    return grounds.consent() == null ? Optional.empty() : agreed();
  }

  private Optional<Decision> agreed() {
    Consent consent = grounds.consent();
    if (blank(grounds.body().email())) {
      return refused("email-to-forward", "email");
    }
    if (blank(consent.how())) {
      return refused("consent-how", "consent");
    }
    ZoneId zone = moment.directory().zone();
    LocalDate today = LocalDate.ofInstant(moment.now(), zone);
    if (consent.on() == null
        || consent.on().isAfter(today)
        || consent.on().isBefore(LocalDate.ofInstant(one.openedAt(), zone).minusYears(1))) {
      return refused("consent-when", "consentOn");
    }
    Set<String> here =
        one.messages().stream().map(CaseEvent.Received::receipt).collect(Collectors.toSet());
    return grounds.messages().isEmpty() || !here.containsAll(grounds.messages())
        ? refused("messages-needed", "messages")
        : Optional.empty();
  }

  private static boolean says(String words) {
    return OwnReason.letters(words, LETTERS);
  }

  static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  static Optional<Decision> refused(String code, String field) {
    return Optional.of(Decision.refused(code, field));
  }
}
