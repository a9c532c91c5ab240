package nl.aanspreekpunt.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.aanspreekpunt.citizen.Channel;

/** The same facts in a text message: short, by name, in characters that cost little. */
final class ShortMessage {
  /** More is not read on a telephone, and not paid for: the rest is behind the link. */
  static final int MOST_SEGMENTS = 4;

  /** Characters that Twilio takes in one message. */
  private static final int LONGEST_WHATSAPP = 1600;

  /** A link that is cut off at the end of a line of text is none. */
  private static final int LONGEST_WORD = 40;

  /** What carries its own link, or needs none. */
  private static final Set<Notice.Kind> ENDS =
      Set.of(
          Notice.Kind.CODE,
          Notice.Kind.TEST,
          Notice.Kind.CALLBACK_ENDED,
          Notice.Kind.BETTER_MOMENT,
          Notice.Kind.CLOSED,
          Notice.Kind.APPOINTMENT);

  private final Saying saying;
  private final List<String> words = new ArrayList<>();

  ShortMessage(Saying saying) {
    this.saying = saying;
  }

  String written() {
    Notice.Kind kind = saying.notice.kind();
    if (kind == Notice.Kind.REPLY) {
      return reply();
    }
    if (kind == Notice.Kind.PRINCIPLE) {
      return onCall();
    }
    switch (kind) {
      case ACKNOWLEDGEMENT -> acknowledgement();
      case NEW_OFFICIAL -> newOfficial();
      case ACTING -> {
        say("sms.who");
        say("sms.ACTING");
        back();
        byWhen();
        several();
      }
      case LATE -> {
        say("sms.who");
        say(saying.late ? "sms.late" : "sms.LATE.soon");
        if (saying.knows("away")) {
          say("sms.ACTING");
          back();
        }
      }
      case INVITATION -> {
        say("sms.who");
        say("sms.INVITATION." + saying.fact("why"));
      }
      case CALLBACK_ENDED -> {
        say("sms.CALLBACK_ENDED." + saying.fact("how"), "sms.CALLBACK_ENDED.other");
        byWhen();
        say("sms.CALLBACK_ENDED.wrong");
        say("sms.signed");
      }
      case BETTER_MOMENT -> {
        say("sms.who");
        say("sms.BETTER_MOMENT");
      }
      case CLOSED -> closed();
      case PROMISED -> promised();
      case RENEWED -> {
        say("sms.RENEWED");
        words.add(saying.fact("reason"));
        say("sms.promise." + saying.fact("promise"));
        say("sms.signed");
      }
      case APPOINTMENT -> appointment();
      case AGREEMENT -> agreement();
      case CHAFED -> {
        saying.put("rule", saying.fact("rule"));
        say("sms.who");
        say("sms.CHAFED." + saying.fact("what"));
        if (saying.has("text")) {
          words.add(saying.fact("text"));
        }
        byWhen();
      }
      case LINKED -> {
        saying.put("other", saying.fact("other"));
        say("sms.who");
        say("sms.LINKED." + saying.fact("what"));
      }
      case CONTACT -> {
        if ("agreed".equals(saying.fact("what"))) {
          saying.put("ways", saying.ways("ways"));
        }
        say("sms.who");
        say("sms.CONTACT." + saying.fact("what"));
        if (saying.has("text")) {
          words.add(saying.fact("text"));
        }
        byWhen();
      }
      case CODE -> say("sms.CODE");
      case TEST -> say("sms.TEST");
      case ADDRESS -> {
        saying.put("other", saying.fact("other"));
        say("sms.ADDRESS");
      }
      case CONSENT -> {
        say("sms.who");
        say("sms.CONSENT");
      }
      case WENT_ON -> {
        say("sms.WENT_ON." + saying.fact("how"), "sms.WENT_ON.answer");
        byWhen();
        decision();
        words.addAll(saying.promised());
        say("sms.signed");
      }
      default -> throw new IllegalArgumentException(kind + " is for staff: no text message");
    }
    if (!ENDS.contains(kind)) {
      if (saying.knows("phone")) {
        say("sms.reach");
      }
      say("sms.follow");
    }
    String text = SmsAlphabet.simple(String.join(" ", words));
    return fits(text) ? text : shortened(text);
  }

  /** Whoever speaks is named, also when their name was at the end. */
  private String shortened(String text) {
    String cut = cut(text, "");
    boolean named = cut.contains(SmsAlphabet.simple(saying.official.name()));
    return named || kindOfNobody()
        ? cut
        : cut(text, "\n" + SmsAlphabet.simple(saying.sayShort("sms.signed")));
  }

  private boolean kindOfNobody() {
    return saying.notice.kind() == Notice.Kind.CODE || saying.notice.kind() == Notice.Kind.TEST;
  }

  private void promised() {
    if (saying.has("informal")) {
      say(saying.has("complaint") ? "sms.PROMISED.no-complaint" : "sms.PROMISED.informal");
      words.add(saying.fact("informal"));
    } else if (saying.has("notHelped")) {
      say("sms.PROMISED.not-helped");
    } else if (saying.has("explains")) {
      say("sms.PROMISED.explains");
    } else if (saying.has("reopened")) {
      say("sms.PROMISED.reopened");
    } else {
      say(
          saying.has("formal")
              ? "sms.PROMISED.formal"
              : saying.has("complaint") ? "sms.PROMISED.complaint" : "sms.PROMISED");
    }
    say("sms.promise." + saying.fact("promise"));
    words.addAll(saying.promised());
    say("sms.signed");
  }

  /** To whoever is on call. */
  private String onCall() {
    saying.put("principle", saying.fact("principle"));
    return SmsAlphabet.simple(saying.sayShort("sms.PRINCIPLE." + saying.fact("what")));
  }

  private void acknowledgement() {
    say("sms.who");
    if (saying.knows("left")) {
      say("sms.ACKNOWLEDGEMENT.left");
    }
    if (saying.knows("away")) {
      say("sms.ACKNOWLEDGEMENT.acting");
      back();
    }
    if (saying.knows("returns")) {
      say("sms.ACKNOWLEDGEMENT.returns");
    }
    if (saying.has("sameCall")) {
      say("sms.ACKNOWLEDGEMENT.same-call");
    }
    say("sms.promise." + saying.fact("promise"));
    decision();
    if (saying.has("meanwhile")) {
      say("sms.ACKNOWLEDGEMENT.meanwhile");
    }
  }

  private void appointment() {
    String what = saying.fact("what");
    say("sms.who");
    say("sms.APPOINTMENT." + (what.equals("off") ? "off." : "") + saying.fact("how"));
    if (saying.has("reason")) {
      words.add(saying.fact("reason"));
    }
    if (!what.equals("off")) {
      say("sms.APPOINTMENT.unsuited");
    }
  }

  private void agreement() {
    say("sms.AGREEMENT." + saying.fact("what"));
    words.addAll(saying.agreed());
    for (String own : List.of("words", "reason")) {
      if (saying.has(own)) {
        words.add(saying.fact(own));
      }
    }
    if (saying.has("theirs")) {
      say("sms.AGREEMENT.theirs");
      words.add(saying.fact("theirs"));
    }
    say("sms.signed");
  }

  private void back() {
    if (saying.knows("back")) {
      say("sms.back");
    }
  }

  private void decision() {
    if (saying.knows("decision")) {
      say("sms.promise.besides");
    }
  }

  private void newOfficial() {
    say("sms.who");
    if ("parted".equals(saying.fact("reason"))) {
      say("sms.NEW_OFFICIAL.parted");
    } else if (saying.knows("away")) {
      say("sms.NEW_OFFICIAL.acting");
      back();
    } else {
      say(saying.knows("from") ? "sms.NEW_OFFICIAL.from" : "sms.NEW_OFFICIAL");
    }
    byWhen();
    several();
  }

  private void several() {
    saying
        .several()
        .forEach(
            (official, numbers) -> {
              if (!official.equals(saying.official.id())) {
                saying.other(official, numbers);
                say("sms.several.other");
              }
            });
  }

  private void byWhen() {
    if (saying.late) {
      say("sms.late");
    } else if (saying.knows("due")) {
      say("sms.promise." + saying.fact("promise"), "sms.promise.ANSWER");
    }
  }

  private void closed() {
    String outcome = saying.fact("outcome");
    say(saying.has("confirmed") ? "sms.CLOSED.confirmed" : "sms.CLOSED." + outcome);
    own("explanation");
    own("changes");
    own("alternative");
    if (saying.has("objection")) {
      say(saying.has("appeal") ? "sms.CLOSED.appeal" : "sms.CLOSED.objection");
    }
    if (saying.has("helper") && !saying.has("confirmed")) {
      say(saying.has("forwarded") ? "sms.CLOSED.forwarded" : "sms.CLOSED.helper");
    }
    if (saying.knows("due")) {
      byWhen();
    }
    if (saying.has("talk")) {
      own("talk");
    } else if (Set.of("REFUSED", "PARTLY", "NOT_OURS", "NOT_NOW").contains(outcome)) {
      say("sms.CLOSED.talk");
    }
    say("sms.signed");
    say(saying.has("askHelped") ? "sms.CLOSED.helped" : "sms.CLOSED.wrong");
  }

  private void own(String fact) {
    if (saying.has(fact)) {
      words.add(saying.fact(fact));
    }
  }

  /** A person's own words, as they wrote them. */
  private String reply() {
    String promised = String.join(" ", saying.promised());
    String end = (promised.isEmpty() ? "" : "\n" + promised) + "\n" + saying.sayShort("sms.signed");
    if (saying.knows("waitsUntil")) {
      end += "\n" + saying.sayShort("sms.REPLY.waits");
    }
    if (saying.has("askCallback")) {
      end += "\n" + saying.sayShort("sms.REPLY.callback");
      if (saying.knows("silentUntil")) {
        end += " " + saying.sayShort("sms.REPLY.callback.silence");
      }
    }
    String text = saying.fact("text") + end;
    return fits(text) ? text : cut(saying.fact("text"), end);
  }

  private boolean fits(String text) {
    return saying.notice.channel() == Channel.WHATSAPP
        ? text.length() <= LONGEST_WHATSAPP
        : SmsAlphabet.segments(text) <= MOST_SEGMENTS;
  }

  /** As much of it as there is room for, to the end of a word, and where the rest is. */
  private String cut(String text, String end) {
    String more = saying.sayShort("sms.more") + end;
    int fits = 0;
    int not = text.length();
    while (fits + 1 < not) {
      int half = (fits + not) / 2;
      if (fits(text.substring(0, half) + more)) {
        fits = half;
      } else {
        not = half;
      }
    }
    return text.substring(0, wordEnd(text, fits)).stripTrailing() + more;
  }

  private static int wordEnd(String text, int room) {
    int space = text.lastIndexOf(' ', room);
    if (space > 0 && room - space <= LONGEST_WORD) {
      return space;
    }
    return room > 0 && Character.isHighSurrogate(text.charAt(room - 1)) ? room - 1 : room;
  }

  private void say(String... keys) {
    words.add(saying.sayShort(keys));
  }
}
