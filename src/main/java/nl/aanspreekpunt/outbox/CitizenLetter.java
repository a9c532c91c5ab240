package nl.aanspreekpunt.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.aanspreekpunt.official.Official;

/** What a citizen reads: who, by when, how to reach them, and how to follow it. */
final class CitizenLetter {
  private final Saying saying;
  private final boolean portrait;
  private final List<Letter.Part> parts = new ArrayList<>();

  CitizenLetter(Saying saying, boolean portrait) {
    this.saying = saying;
    this.portrait = portrait;
  }

  Letter written() {
    switch (saying.notice.kind()) {
      case ACKNOWLEDGEMENT -> acknowledgement();
      case REPLY -> reply();
      case NEW_OFFICIAL -> newOfficial();
      case ACTING -> acting();
      case LATE -> late();
      case CALLBACK_ENDED -> callbackEnded();
      case BETTER_MOMENT -> betterMoment();
      case CLOSED -> closed();
      case PROMISED -> promise();
      case INVITATION -> invitation();
      case RENEWED -> renewed();
      case WENT_ON -> wentOn();
      case APPOINTMENT -> appointment();
      case AGREEMENT -> agreement();
      case CHAFED -> chafed();
      case LINKED -> linked();
      case CONTACT -> contact();
      case ADDRESS -> {
        saying.put("other", saying.fact("other"));
        text("ADDRESS");
        text("ADDRESS.wrong");
        reach();
      }
      case CONSENT -> {
        text("CONSENT");
        text("CONSENT.what");
        text("CONSENT.say");
        reach();
      }
      default -> throw new IllegalArgumentException(saying.notice.kind() + " is for staff");
    }
    link(saying.say("follow"), saying.word("link"));
    List<String> small = new ArrayList<>();
    small.add(saying.say("follow.why"));
    small.add(saying.say("small.number"));
    made().ifPresent(key -> small.add(saying.say(key)));
    return new Letter(
        saying.texts().language(),
        saying.official.name() + ", " + saying.word("municipality"),
        subject(),
        saying.say("greeting"),
        parts,
        saying.say("closing"),
        person(),
        small);
  }

  private void contact() {
    String what = saying.fact("what");
    text("CONTACT." + what);
    if (what.equals("agreed")) {
      saying.put("ways", saying.ways("ways"));
      text("CONTACT.agreed.who");
      text("CONTACT.agreed.ways");
      firm("CONTACT.agreed.until");
      text("CONTACT.why");
    } else if (what.equals("objected")) {
      text("who");
    }
    if (saying.has("text")) {
      own("text");
    }
    if (what.equals("agreed")) {
      text("CONTACT.agreed.promises");
      text("CONTACT.agreed.object");
    } else if (what.equals("objected")) {
      firm("promise.ANSWER");
    }
    reach();
  }

  /** Whether a machine made it, or somebody wrote in it or planned it. */
  private Optional<String> made() {
    return switch (saying.notice.kind()) {
      case REPLY, CHAFED -> Optional.empty();
      case APPOINTMENT, AGREEMENT, INVITATION -> Optional.of("small.answer");
      default -> {
        boolean words = parts.stream().anyMatch(part -> part.look() == Letter.Look.OWN);
        yield Optional.of(words ? "small.answer" : "small.automatic");
      }
    };
  }

  private void acknowledgement() {
    text("ACKNOWLEDGEMENT");
    if (saying.has("vouch")) {
      firm("ACKNOWLEDGEMENT.vouch");
    }
    if (saying.has("sameCall")) {
      text("ACKNOWLEDGEMENT.same-call");
    }
    text("who");
    if (saying.knows("left")) {
      text("ACKNOWLEDGEMENT.left");
    }
    if (saying.knows("away")) {
      text("ACKNOWLEDGEMENT.acting");
      back();
    } else if (!"FIND_OUT".equals(saying.fact("promise"))) {
      text("ACKNOWLEDGEMENT.helps");
    }
    if (saying.knows("returns")) {
      text("ACKNOWLEDGEMENT.returns");
    }
    firm("promise." + saying.fact("promise"));
    decision();
    if (saying.has("meanwhile")) {
      text("ACKNOWLEDGEMENT.meanwhile");
    }
    if (saying.has(Notice.ONLY_BY)) {
      saying.put("ways", saying.ways(Notice.ONLY_BY));
      text("CONTACT.agreed.ways");
    }
    reach();
  }

  private void reply() {
    own("text");
    if (saying.knows("waitsUntil")) {
      text("REPLY.waits");
    }
    promised();
    if (saying.has("askCallback")) {
      text("REPLY.callback");
      if (saying.knows("silentUntil")) {
        text("REPLY.callback.silence");
      }
      link(saying.say("REPLY.callback.link"), saying.word("action"));
    }
  }

  /** What else is promised, each in a line. */
  private void promised() {
    promised(saying.promised());
  }

  private void promised(List<String> lines) {
    lines.forEach(line -> parts.add(new Letter.Part(Letter.Look.FIRM, line, null)));
  }

  /** What is decided besides the answer. */
  private void decision() {
    if (saying.knows("decision")) {
      firm("promise.besides");
    }
  }

  private void newOfficial() {
    if (saying.late) {
      text("missed");
    }
    if (saying.knows("away")) {
      text("NEW_OFFICIAL.acting");
      text("who");
      text("ACKNOWLEDGEMENT.acting");
      back();
    } else {
      text("NEW_OFFICIAL");
      text("who");
      if (saying.knows("from")) {
        text("NEW_OFFICIAL.from");
      }
      if (saying.knows("returns")) {
        text("ACKNOWLEDGEMENT.returns");
      }
    }
    if (saying.has("reason")) {
      saying.put("reason", saying.reason());
      text("NEW_OFFICIAL.reason");
    }
    byWhen("NEW_OFFICIAL.late");
    several();
    reach();
  }

  private void acting() {
    if (saying.late) {
      text("missed");
    }
    text("who");
    if (!saying.late) {
      text("ACTING");
    }
    back();
    byWhen("ACTING.late");
    if (saying.has("meanwhile")) {
      text("ACKNOWLEDGEMENT.meanwhile");
    }
    several();
    reach();
  }

  private void late() {
    boolean instead = saying.knows("away");
    text(saying.late ? "missed" : instead ? "LATE.soon.acting" : "LATE.soon");
    text("who");
    if (instead) {
      text("ACTING");
      back();
    }
    if (saying.late) {
      text("LATE");
    }
    reach();
  }

  /** When whoever is away is there again, when that is known. */
  private void back() {
    if (saying.knows("back")) {
      text("back");
    }
  }

  /** The other questions that this is about, and whose those are. */
  private void several() {
    saying
        .several()
        .forEach(
            (official, numbers) -> {
              saying.other(official, numbers);
              text(official.equals(saying.official.id()) ? "several.same" : "several.other");
            });
  }

  private void byWhen(String late) {
    if (saying.late) {
      firm(late);
    } else if (saying.knows("due")) {
      firm("promise." + saying.fact("promise"), "promise.ANSWER");
    }
  }

  private void callbackEnded() {
    text("CALLBACK_ENDED." + saying.fact("how"), "CALLBACK_ENDED.other");
    if (saying.late) {
      text("missed");
    }
    byWhen("NEW_OFFICIAL.late");
    text("CALLBACK_ENDED.wrong");
    link(saying.say("CALLBACK_ENDED.link"), saying.word("action"));
    reach();
  }

  private void betterMoment() {
    text("BETTER_MOMENT");
    text("BETTER_MOMENT.say");
    link(saying.say("BETTER_MOMENT.link"), saying.word("action"));
    reach();
  }

  private void closed() {
    String outcome = saying.fact("outcome");
    firm(saying.has("confirmed") ? "CLOSED.confirmed" : "CLOSED." + outcome);
    if (saying.has("spoken")) {
      text("CLOSED.spoken");
    }
    if (saying.has("explanation")) {
      own("explanation");
    }
    if (saying.has("rule")) {
      text("CLOSED.rule");
    }
    said("changes");
    said("alternative");
    if (saying.has("objection")) {
      String way = saying.has("appeal") ? "CLOSED.appeal" : "CLOSED.objection";
      text(way);
      text(way + ".how");
    }
    if (saying.has("helper") && !saying.has("confirmed")) {
      text(saying.has("forwarded") ? "CLOSED.forwarded" : "CLOSED.helper");
    }
    if (saying.has("person")) {
      text("CLOSED.confirmed.by");
    }
    if (!saying.late && "ELSEWHERE".equals(saying.fact("promise")) && !saying.has("forwarded")) {
      firm("CLOSED.helper.due");
    } else {
      byWhen("CLOSED.late");
    }
    if (saying.has("agreed")) {
      text("CLOSED.agreed");
      promised(saying.agreed());
    }
    talk(outcome);
    helped();
    reach();
  }

  /** What an official wrote, under what it is about. */
  private void said(String fact) {
    if (saying.has(fact)) {
      text("CLOSED." + fact);
      own(fact);
    }
  }

  private void talk(String outcome) {
    if (saying.has("talk")) {
      own("talk");
    } else if (Set.of("REFUSED", "PARTLY", "NOT_OURS", "NOT_NOW").contains(outcome)) {
      text("CLOSED.talk");
    }
  }

  /** A link changes nothing: who opens it is asked once more. */
  private void helped() {
    if (saying.has("askHelped")) {
      text("CLOSED.helped");
      link(saying.say("CLOSED.helped.yes"), saying.word("link") + "?geholpen=ja");
      link(saying.say("CLOSED.helped.no"), saying.word("link") + "?geholpen=nee");
    } else if (!saying.knows("due")) {
      text("CLOSED.wrong");
      link(saying.say("CLOSED.link"), saying.word("link"));
    }
  }

  private void invitation() {
    text("INVITATION." + saying.fact("why"));
    if (saying.has("place")) {
      firm("INVITATION.where");
      text("APPOINTMENT.calendar");
    }
    text("who");
    text("INVITATION." + saying.fact("why") + ".talk");
    byWhen("NEW_OFFICIAL.late");
    reach();
  }

  private void promise() {
    if (saying.has("informal")) {
      text(saying.has("complaint") ? "PROMISED.no-complaint" : "PROMISED.informal");
      own("informal");
    } else {
      text(promisedFor());
    }
    if (saying.has("explains")) {
      text("who");
      text(saying.knows("away") ? "PROMISED.explains.stays" : "PROMISED.explains.own");
    }
    firm("promise." + saying.fact("promise"));
    promised();
    if (saying.has("notHelped") && "ANSWER".equals(saying.fact("promise"))) {
      text("PROMISED.not-helped.number");
    }
    reach();
  }

  private String promisedFor() {
    for (String why : List.of("notHelped", "explains", "reopened")) {
      if (saying.has(why)) {
        return "PROMISED." + why.replace("notHelped", "not-helped");
      }
    }
    if (saying.has("complaint")) {
      return "PROMISED.complaint";
    }
    return saying.has("formal") ? "PROMISED.formal" : "PROMISED";
  }

  private void renewed() {
    text("RENEWED");
    own("reason");
    firm("promise." + saying.fact("promise"));
    reach();
  }

  private void wentOn() {
    text("WENT_ON." + saying.fact("how"), "WENT_ON.answer");
    byWhen("NEW_OFFICIAL.late");
    decision();
    promised();
    reach();
  }

  private void appointment() {
    String what = saying.fact("what");
    text("APPOINTMENT." + what);
    if (saying.has("reason")) {
      own("reason");
    }
    if (what.equals("other")) {
      text("who");
    }
    firm("APPOINTMENT." + (what.equals("off") ? "off." : "") + saying.fact("how"));
    if (!what.equals("off")) {
      if (saying.has("about")) {
        own("about");
      }
      text("APPOINTMENT.calendar");
      text("APPOINTMENT.unsuited");
      link(saying.say("APPOINTMENT.link"), saying.word("action"));
    }
    reach();
  }

  private void agreement() {
    text("AGREEMENT." + saying.fact("what"));
    if (saying.has("words")) {
      own("words");
    }
    if (saying.has("reason")) {
      own("reason");
    }
    promised(saying.agreed());
    if (saying.has("theirs")) {
      text("AGREEMENT.theirs");
      own("theirs");
    }
    if (saying.fact("what").equals("again")) {
      firm("AGREEMENT.due");
    }
    text("AGREEMENT.wrong");
    reach();
  }

  private void chafed() {
    String what = saying.fact("what");
    saying.put("rule", saying.fact("rule"));
    if (saying.late) {
      text("missed");
    }
    text("CHAFED");
    text("who");
    text("CHAFED." + what);
    if (saying.has("text")) {
      own("text");
    }
    if (!saying.late && saying.knows("due")) {
      firm(what.equals("TRIED") ? "CHAFED.more" : "promise.FRICTION");
    }
    text(saying.knows("phone") ? "CHAFED.reach.phone" : "CHAFED.reach");
  }

  private void linked() {
    String what = saying.fact("what");
    saying.put("other", saying.fact("other"));
    text("LINKED." + what);
    for (String right : List.of("see", "ask", "decide")) {
      if (saying.has(right)) {
        text("LINKED." + right);
      }
    }
    text(what.equals("made") ? "LINKED.end" : "LINKED.over");
    reach();
  }

  private void reach() {
    text(saying.knows("phone") ? "reach.phone" : "reach");
  }

  private String subject() {
    String subject = HeaderText.line(saying.notice.facts().getOrDefault("subject", ""));
    while (subject.toLowerCase(Locale.ROOT).startsWith("re:")) {
      subject = subject.substring(3).strip();
    }
    saying.put("subject", subject.isEmpty() ? saying.say("subject.none") : subject);
    return HeaderText.line(saying.say("subject"));
  }

  private Letter.Person person() {
    Official official = saying.official;
    return new Letter.Person(
        official.name(),
        official.function(),
        saying.word("phone"),
        official.phone(),
        official.address(),
        portrait);
  }

  private void text(String... keys) {
    parts.add(new Letter.Part(Letter.Look.TEXT, saying.say(keys), null));
  }

  private void firm(String... keys) {
    parts.add(new Letter.Part(Letter.Look.FIRM, saying.say(keys), null));
  }

  private void own(String fact) {
    parts.add(new Letter.Part(Letter.Look.OWN, saying.fact(fact), null));
  }

  private void link(String text, String url) {
    parts.add(new Letter.Part(Letter.Look.LINK, text, url));
  }
}
