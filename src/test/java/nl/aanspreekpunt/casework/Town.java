package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Departure;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.Promise;

/** Cases in the demo municipality, for tests of acts. */
final class Town {
  static final Address JAN = new Address(Address.Kind.EMAIL, "jan@burger.example");
  static final Address LANDLINE = new Address(Address.Kind.PHONE, "+31201234567");

  /** A Monday. */
  static final Instant MONDAY_TEN = at("2026-06-01T10:00");

  static final Match ABOUT_RENT =
      Match.by(
          "topic",
          new Evidence.About(
              "huur-en-onderhoud",
              Evidence.Sign.WORDS,
              List.of("huur"),
              null,
              Choice.without("samira.elamrani", Choice.Fit.TOPIC)),
          List.of());

  /** Why an answer joins its case. */
  static final Match ANSWERS =
      Match.by("reply-token", new Evidence.CaseNamed("000000000"), List.of());

  private Town() {}

  /** The moment at which the municipality's clock says this. */
  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(Voorbeeldstad.ZONE).toInstant();
  }

  static Moment moment(Instant now, Absence... absences) {
    return new Moment(now, Voorbeeldstad.directory(List.of(absences), List.of()));
  }

  static Moment moment(Instant now, Directory directory) {
    return new Moment(now, directory);
  }

  static Absence away(String official, Instant from) {
    return new Absence(official, from, null, null, "ziek", "test");
  }

  static Departure gone(String official, Instant at, String successor) {
    return new Departure(official, at, successor, "test");
  }

  /** Jan asks about his rent; Samira is responsible. */
  static Case rentQuestion() {
    return opened(JAN, "samira.elamrani", null).opened();
  }

  static Opening.Opened opened(Address sender, String official, Arrival.Wish wish) {
    return opening(sender, official, wish).as("000000000", moment(MONDAY_TEN));
  }

  static Opening opening(Address sender, String official, Arrival.Wish wish) {
    Route route =
        new Route(ABOUT_RENT, null, official, "huur-en-onderhoud", "wonen", null, null, List.of());
    return new Opening(arrival("r1", sender, wish), route, "Mijn huur", "c1", false);
  }

  static Arrival arrival(String receipt, Address sender, Arrival.Wish wish) {
    return new Arrival(
        receipt,
        Channel.EMAIL,
        sender,
        "Jan",
        "nl",
        "<" + receipt + "@burger.example>",
        List.of(),
        false,
        false,
        wish,
        null,
        null,
        0,
        new Arrival.Limits(3, 30),
        Arrival.Heard.NOTHING,
        List.of());
  }

  /** The same, written by a machine. */
  static Arrival automatic(Arrival one) {
    return with(one, true, false, one.today());
  }

  /** The same, with nothing but thanks in it. */
  static Arrival courtesy(Arrival one) {
    return with(one, false, true, one.today());
  }

  /** The same, from somebody who wrote this often today. */
  static Arrival withMany(Arrival one, int today) {
    return with(one, one.automatic(), one.courtesy(), today);
  }

  private static Arrival with(Arrival one, boolean automatic, boolean courtesy, int today) {
    return new Arrival(
        one.receipt(),
        one.channel(),
        one.sender(),
        one.name(),
        one.language(),
        one.messageId(),
        one.threads(),
        automatic,
        courtesy,
        one.callback(),
        one.call(),
        one.legal(),
        today,
        one.limits(),
        one.heard(),
        List.of());
  }

  /** The ladder, where work that passes on goes to Pieter. */
  static Escalating climbing() {
    return new Escalating(
        (one, moment, given) -> Choice.without("pieter.hoekstra", Choice.Fit.TEAM));
  }

  /** The same, with what it says of a call. */
  static Arrival ofCall(Arrival one, Arrival.OfCall call) {
    return saying(one, one.courtesy(), call);
  }

  /** The same, but nothing than thanks. */
  static Arrival courteous(Arrival one) {
    return saying(one, true, one.call());
  }

  /** The same, which its sender says to be this to the law. */
  static Arrival of(Arrival one, LegalClass legal) {
    return saying(one, one.courtesy(), one.call(), legal);
  }

  /** The same, in whose words this is heard. */
  static Arrival hearing(Arrival one, Arrival.Heard heard) {
    return new Arrival(
        one.receipt(),
        one.channel(),
        one.sender(),
        one.name(),
        one.language(),
        one.messageId(),
        one.threads(),
        one.automatic(),
        one.courtesy(),
        one.callback(),
        one.call(),
        one.legal(),
        one.today(),
        one.limits(),
        heard,
        List.of());
  }

  private static Arrival saying(Arrival one, boolean courtesy, Arrival.OfCall call) {
    return saying(one, courtesy, call, one.legal());
  }

  private static Arrival saying(
      Arrival one, boolean courtesy, Arrival.OfCall call, LegalClass legal) {
    return new Arrival(
        one.receipt(),
        one.channel(),
        one.sender(),
        one.name(),
        one.language(),
        one.messageId(),
        one.threads(),
        one.automatic(),
        courtesy,
        one.callback(),
        call,
        legal,
        one.today(),
        one.limits(),
        one.heard(),
        List.of());
  }

  /** What an entry became at its provider. */
  static Outgoing became(Outgoing entry, Outgoing.State state) {
    String detail = state == Outgoing.State.REFUSED ? "550 no such user" : null;
    return new Outgoing(
        entry.id(),
        entry.notice(),
        state,
        entry.createdAt(),
        null,
        1,
        null,
        null,
        null,
        detail,
        null,
        false,
        null,
        null);
  }

  /** The case after an act that must change it. */
  static Case after(Decision decision) {
    if (decision instanceof Decision.Changed changed) {
      return changed.after();
    }
    throw new AssertionError("not changed: " + decision);
  }

  /** The code of a refusal; fails when the act was not refused. */
  static String refusal(Decision decision) {
    if (decision instanceof Decision.Refused refused) {
      return refused.refusal().code();
    }
    throw new AssertionError("not refused: " + decision);
  }

  /** As after its notices went to the outbox. */
  static Case told(Case one) {
    return one.settled(one.wakeAt());
  }

  static Promise promise(Case one, int n) {
    return one.promises().get(n);
  }

  static Map<String, String> facts(Case one, int n) {
    return one.pending().get(n).notice().facts();
  }
}
