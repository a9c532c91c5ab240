package nl.aanspreekpunt.web.work;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Asking;
import nl.aanspreekpunt.casework.AskingByPhone;
import nl.aanspreekpunt.casework.Attempting;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Classing;
import nl.aanspreekpunt.casework.Closing;
import nl.aanspreekpunt.casework.Confirming;
import nl.aanspreekpunt.casework.DatedOffers;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Declining;
import nl.aanspreekpunt.casework.GoingOn;
import nl.aanspreekpunt.casework.HandingOver;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Noting;
import nl.aanspreekpunt.casework.Offering;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Preferring;
import nl.aanspreekpunt.casework.Promising;
import nl.aanspreekpunt.casework.Renewing;
import nl.aanspreekpunt.casework.Reopening;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.casework.Requesting;
import nl.aanspreekpunt.casework.Revoking;
import nl.aanspreekpunt.casework.StillWanting;
import nl.aanspreekpunt.casework.Talking;
import nl.aanspreekpunt.casework.Unclassing;
import nl.aanspreekpunt.casework.Withdrawing;
import nl.aanspreekpunt.casework.decision.Confirmed;
import nl.aanspreekpunt.casework.decision.TakingBack;
import nl.aanspreekpunt.casework.helped.SayingHelped;
import nl.aanspreekpunt.casework.planned.SeenReply;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.WhatsAppWording;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.web.TimeChoice;
import nl.aanspreekpunt.web.Wording;

/**
 * A form on the case page and the act it stands for.
 *
 * @param name last part of its path
 * @param answers whether it is an answer to, or a talk with, the citizen
 * @param fields what the fields of a refusal are called on this form
 */
record Deed(String name, boolean answers, Map<String, String> fields, Making making) {
  /** From a filled-in form to an act, by an official. */
  @FunctionalInterface
  interface Making {
    Act act(Form form, Case one, String by, Map<String, String> threading);
  }

  /** By these a citizen may be promised a call. */
  private static final Set<String> CALLS = Set.of("antwoord", "bellen", "beloven", "wel-bellen");

  /** These stand at each promise, so that their fields are named after it. */
  private static final String RENEWS = "verzetten";

  private static final String GOES_ON = "verder";

  static final List<Deed> ALL =
      List.of(
          new Deed("antwoord", true, Map.of("to", "link"), Deed::reply),
          new Deed("vraag", false, Map.of("to", "link", "text", "question"), Deed::ask),
          new Deed(GOES_ON, false, Map.of("answer", "heardAnswer"), Deed::goOn),
          new Deed(RENEWS, false, Map.of("to", "renewTo", "reason", "renewWhy"), Deed::renew),
          new Deed("formeel", false, Map.of(), (f, c, by, t) -> Classing.as(legal(f), by, null)),
          new Deed(
              "niet-formeel",
              false,
              Map.of("reason", "informal"),
              (f, c, by, t) -> new Unclassing(by, f.get("informal"))),
          new Deed("gesprek", true, Map.of("note", "talk"), Deed::talk),
          new Deed("poging", true, Map.of("outcome", "attempt"), Deed::attempt),
          new Deed("bellen", false, Map.of(), Deed::request),
          new Deed(
              "niet-bellen", false, Map.of(), (f, c, by, t) -> new Withdrawing(f.get("call"), by)),
          new Deed("aanbieden", false, Map.of("to", "offerTo", "note", "offerNote"), Deed::offer),
          new Deed("niet-aanbieden", false, Map.of(), (f, c, by, t) -> Declining.withdrawing(by)),
          new Deed(
              "wel-bellen", false, Map.of(), (f, c, by, t) -> new StillWanting(f.get("call"), by)),
          new Deed(
              "afgezegd",
              false,
              Map.of(),
              (f, c, by, t) -> new Withdrawing(f.get("call"), by, f.get("heard"))),
          new Deed("schikt", false, Map.of("preferred", "suits"), Deed::suits),
          new Deed("beloven", false, Map.of("phone", "promisedPhone"), Deed::promise),
          new Deed(
              "niet-beloven",
              false,
              Map.of(),
              (f, c, by, t) -> new DatedOffers.Declining(f.get("promise"), by)),
          new Deed("overdragen", false, Map.of("to", "successor"), Deed::handOver),
          new Deed(
              "notitie",
              false,
              Map.of("text", "noted"),
              (f, c, by, t) -> new Noting(by, f.get("noted"), f.starting("named"))),
          new Deed("sluiten", false, Map.of(), Deed::close),
          new Deed("beslissing-terug", false, Map.of(), (f, c, by, t) -> new TakingBack(by)),
          new Deed(
              "elders-bevestigd",
              false,
              Map.of(),
              (f, c, by, t) -> new Confirmed(by, f.get("who"), f.orNull("message"))),
          new Deed("geholpen", false, Map.of(), Deed::helped),
          new Deed("heropenen", false, Map.of(), (f, c, by, t) -> new Reopening(by, "official")),
          new Deed("bevestigen", false, Map.of(), (f, c, by, t) -> new Confirming(by)),
          new Deed("intrekken", false, Map.of(), (f, c, by, t) -> new Revoking(f.get("link"), by)));

  /** A formal message unless it says otherwise. */
  private static LegalClass legal(Form form) {
    LegalClass said = form.one("class", LegalClass.values());
    return said == null ? LegalClass.FORMAL : said;
  }

  static SeenReply reply(Form form, Case one, String by, Map<String, String> threading) {
    String seen = form.orNull("seen");
    String phone = Addresses.phone(form.get("promisedPhone")).map(Address::value).orElse(null);
    List<Promising> promised =
        form.starting("promised-").stream()
            .flatMap(offered -> dated(offered, phone, by).stream())
            .toList();
    return new SeenReply(
        new Replying(
            by,
            form.get("text"),
            form.orNull("link"),
            seen,
            facts(form, threading),
            promised,
            form.starting("keeps-")),
        form.fields().get(ComposerForm.ANSWERED));
  }

  /** Besides: urgent goes at any hour, and a fixed text was chosen for when WhatsApp wants one. */
  private static Map<String, String> facts(Form form, Map<String, String> threading) {
    Map<String, String> facts = new TreeMap<>(threading);
    if (!form.get("urgent").isEmpty()) {
      facts.put(Notice.URGENT, "yes");
    }
    String template = form.get(WhatsAppView.TEMPLATE);
    if (template.matches("[a-z][a-z0-9]{0,29}")) {
      facts.put(WhatsAppWording.CHOSEN, template);
    }
    return facts;
  }

  private static Act ask(Form form, Case one, String by, Map<String, String> threading) {
    return form.get("asked").equals("PHONE")
        ? new AskingByPhone(by, form.get("question"), form.orNull("link"), form.orNull("seen"))
        : new Asking(
            new Replying(
                by, form.get("question"), form.orNull("link"), form.orNull("seen"), threading));
  }

  private static Act goOn(Form form, Case one, String by, Map<String, String> threading) {
    return new GoingOn(form.get("promise"), by, form.orNull("heardAnswer"));
  }

  /** The moment is on the municipality's clock. */
  private static Act renew(Form form, Case one, String by, Map<String, String> threading) {
    boolean agreed = !form.get("agreed").isEmpty();
    return (before, moment) -> {
      Instant to;
      try {
        to = form.local("renewTo", moment.directory().zone());
      } catch (DateTimeException e) {
        return Decision.refused("moment-needed", "to");
      }
      Decision decision =
          new Renewing(form.get("promise"), by, to, agreed, form.get("renewWhy"))
              .on(before, moment);
      return decision instanceof Decision.Changed && isOffDay(form, before, to, moment)
          ? Decision.refused("off-day", "offDay")
          : decision;
    };
  }

  /** Whoever is to keep it does not work then, and nobody said of this moment that it is meant. */
  private static boolean isOffDay(Form form, Case one, Instant to, Moment moment) {
    return to != null
        && !form.get("offDay").equals(form.get("renewTo"))
        && one.promise(form.get("promise"))
            .filter(promise -> DatedOffers.isOff(one.ownerOf(promise), to, moment))
            .isPresent();
  }

  /** When it suits to be called, as the official heard it. */
  private static Act suits(Form form, Case one, String by, Map<String, String> threading) {
    return new Preferring(form.get("call"), form.get("suits"), by);
  }

  private static Act promise(Form form, Case one, String by, Map<String, String> threading) {
    Optional<Address> phone = Addresses.phone(form.get("promisedPhone"));
    if (!form.get("promisedPhone").isEmpty() && phone.isEmpty()) {
      return refusing("phone", "phone");
    }
    return dated(form.get("promised"), phone.map(Address::value).orElse(null), by)
        .map(Act.class::cast)
        .orElse(refusing("due-to-come", "due"));
  }

  /** A kind, a moment and words, as the page offered them. */
  private static Optional<Promising> dated(String offered, String phone, String by) {
    String[] parts = offered.split(" ", 3);
    try {
      return parts.length < 3
          ? Optional.empty()
          : Optional.of(
              new Promising(
                  PromiseKind.valueOf(parts[0]), Instant.parse(parts[1]), parts[2], phone, by));
    } catch (DateTimeParseException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static Act talk(Form form, Case one, String by, Map<String, String> threading) {
    CaseEvent.Talk how = form.one("how", CaseEvent.Talk.values());
    return how == null
        ? refusing("how-needed", "how")
        : new Talking(by, how, form.get("talk"), form.orNull("seen"));
  }

  private static Act attempt(Form form, Case one, String by, Map<String, String> threading) {
    Attempt.Outcome outcome = form.one("attempt", Attempt.Outcome.values());
    return outcome == null
        ? refusing("attempt-needed", "outcome")
        : new Attempting(
            form.get("call"), by, outcome, form.get("attemptNote"), form.orNull("seen"));
  }

  private static Act request(Form form, Case one, String by, Map<String, String> threading) {
    Optional<Address> phone = Addresses.phone(form.get("phone"));
    return phone.isEmpty()
        ? refusing("phone", "phone")
        : new Requesting(
            phone.get().value(),
            form.get("reason"),
            TimeChoice.said(form::get, Wording.in(one.language())),
            by);
  }

  private static Act offer(Form form, Case one, String by, Map<String, String> threading) {
    return form.get("offerTo").isEmpty()
        ? refusing("successor-needed", "to")
        : new Offering(form.get("offerTo"), by, form.get("offerNote"));
  }

  private static Act handOver(Form form, Case one, String by, Map<String, String> threading) {
    if (form.get("successor").isEmpty()) {
      return refusing("successor-needed", "to");
    }
    String to = form.get("successor");
    boolean even = !form.get("evenAbsent").isEmpty();
    return HandingOver.unlessAway(to, even, new HandingOver(to, by, form.get("handover")));
  }

  private static Act close(Form form, Case one, String by, Map<String, String> threading) {
    return new Closing(
        by, form.one("outcome", Outcome.values()), form.get("explanation"), form.orNull("seen"));
  }

  /** What a citizen who can only be called said in a talk. */
  private static Act helped(Form form, Case one, String by, Map<String, String> threading) {
    YesNo helped = form.one("helped", YesNo.values());
    YesNo heard = form.one("heard", YesNo.values());
    return helped == null
        ? refusing("helped-needed", "helped")
        : new SayingHelped(
            by, one.contact(), helped == YesNo.YES, heard == null ? null : heard == YesNo.YES);
  }

  private enum YesNo {
    YES,
    NO
  }

  private static Act refusing(String code, String field) {
    return (before, moment) -> Decision.refused(code, field);
  }

  /** Whether a citizen may be promised a call by it. */
  boolean calls() {
    return CALLS.contains(name);
  }

  /** The field to mend on this form; the form's own first one when it is not one field. */
  String field(String refused, Form form) {
    if (refused == null) {
      return name;
    }
    String field = fields.getOrDefault(refused, refused);
    return name.equals(RENEWS) || name.equals(GOES_ON) ? field + "-" + form.get("promise") : field;
  }
}
