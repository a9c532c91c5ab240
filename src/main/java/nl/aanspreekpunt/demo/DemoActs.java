package nl.aanspreekpunt.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Body;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Closing;
import nl.aanspreekpunt.casework.Consent;
import nl.aanspreekpunt.casework.Consult;
import nl.aanspreekpunt.casework.ContactAgreement.Way;
import nl.aanspreekpunt.casework.Grounds;
import nl.aanspreekpunt.casework.Invocation;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.casework.Talking;
import nl.aanspreekpunt.casework.backing.AnsweringBacking;
import nl.aanspreekpunt.casework.backing.AskingBacking;
import nl.aanspreekpunt.casework.consult.AnsweringConsult;
import nl.aanspreekpunt.casework.consult.Consulting;
import nl.aanspreekpunt.casework.consult.SettingTable;
import nl.aanspreekpunt.casework.contact.AgreeingContact;
import nl.aanspreekpunt.casework.decision.AskingConsent;
import nl.aanspreekpunt.casework.decision.Deciding;
import nl.aanspreekpunt.casework.decision.First;
import nl.aanspreekpunt.casework.decision.SayingConsent;
import nl.aanspreekpunt.casework.decision.Sending;
import nl.aanspreekpunt.casework.helped.SayingHelped;
import nl.aanspreekpunt.casework.principle.Accounting;
import nl.aanspreekpunt.casework.principle.Invoking;
import nl.aanspreekpunt.casework.principle.TakingOn;
import nl.aanspreekpunt.casework.talk.Inviting;
import nl.aanspreekpunt.casework.talk.ProposedTalks;

/**
 * The acts by which the demo's stories are told, by the name that its script gives them. Each is
 * one that people do in the pages.
 *
 * @param one as it is before the act
 * @param by who does it (official id)
 * @param at when
 * @param days when other things are
 * @param now as of the first start
 */
record DemoActs(Case one, Words said, String by, Instant at, Days days, Moment now) {
  /** Fails when there is no act of that name. */
  Act named(String name) {
    String seen = one.lastReceived();
    return switch (name) {
      case "reply" -> new Replying(by, said.text("text"), null, seen, Map.of());
      case "close" -> new Closing(by, outcome(), said.text("explanation"), seen);
      case "talk" -> new Talking(by, how(), said.text("note"), seen);
      case "decide" ->
          new Deciding(
              by, outcome(), grounds(), first(), said.find("forwarded").orElse(null), seen);
      case "ask-consent" -> new AskingConsent(by, sentOn(Grounds.because(""), null));
      case "say-yes" -> new SayingConsent(one.care().asked().link(), true);
      case "send" -> new Sending(by, null, null, seen);
      case "invite" ->
          new Inviting(
              how(),
              next(),
              null,
              said.text("place"),
              said.text("about"),
              null,
              said.text("caution"),
              by);
      case "consult" -> new Consulting(by, said.text("to"), said.text("question"), List.of(seen));
      case "answer" -> new AnsweringConsult(asked(), by, said.text("text"));
      case "table" -> new SettingTable(by, said.text("agenda"), said.list("people"), false, null);
      case "take-on" -> new TakingOn(one.topic(), by);
      case "invoke" ->
          new Invoking(one.topic(), said.text("what"), Integer.parseInt(said.text("euros")), by);
      case "account" -> new Accounting(owing(), said.text("cost"), said.text("brought"), by);
      case "ask-backing" -> new AskingBacking(said.text("from"), said.text("because"), by);
      case "back" -> new AnsweringBacking(one.care().backed().open().get(0).id(), by, true, null);
      case "agree-contact" ->
          new AgreeingContact(
              said.text("official"),
              said.list("ways").stream().map(Way::valueOf).toList(),
              days.ahead(Integer.parseInt(said.text("days"))),
              said.text("why"),
              by);
      case "not-helped" -> new SayingHelped(by, one.contact(), false, null);
      default -> throw new IllegalStateException("no act is called " + name);
    };
  }

  private Outcome outcome() {
    return Outcome.valueOf(said.text("outcome").toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private CaseEvent.Talk how() {
    return CaseEvent.Talk.valueOf(said.text("how").toUpperCase(Locale.ROOT));
  }

  private Grounds grounds() {
    Grounds grounds =
        Grounds.because(said.text("reason"))
            .restingOn(said.text("rule"), null)
            .offering(said.find("alternative").orElse(null));
    return said.has("consent")
        ? sentOn(grounds, new Consent(said.text("consent"), LocalDate.ofInstant(at, days.zone())))
        : grounds;
  }

  /** The last message, to who does help. */
  private Grounds sentOn(Grounds grounds, Consent agreed) {
    Words body = said.within("body").orElseThrow();
    Body helper = new Body(body.text("name"), body.text("person"), body.text("email"), null);
    return grounds.sendingTo(helper, agreed, List.of(one.lastReceived()));
  }

  private First first() {
    if (said.has("without-talk")) {
      return new First.Not(said.text("without-talk"));
    }
    return said.find("planned")
        .<First>map(when -> new First.Planned(how(), planned(when), said.text("place"), null))
        .orElseGet(First.Spoken::new);
  }

  private Instant planned(String when) {
    return when.equals("next") ? next() : days.at(when);
  }

  /** The first moment from tomorrow on that fits both. */
  private Instant next() {
    return new ProposedTalks(one, List.of(), now).times(CaseEvent.Talk.VISIT).get(0).from();
  }

  /** What this colleague was asked last. */
  private String asked() {
    return one.care().consults().stream()
        .filter(consult -> consult.asked().contains(by))
        .reduce((earlier, later) -> later)
        .map(Consult::id)
        .orElseThrow();
  }

  private String owing() {
    return one.care().principled().invocations().stream()
        .filter(Invocation::owing)
        .findFirst()
        .map(Invocation::id)
        .orElseThrow();
  }
}
