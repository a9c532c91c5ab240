package nl.aanspreekpunt.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.CallStep;
import nl.aanspreekpunt.phone.Course.Stage;
import nl.aanspreekpunt.phone.Facts.Returns;
import nl.aanspreekpunt.phone.Lines.Line;

/**
 * What the caller hears at a move, and how the call then stands. Pure.
 *
 * @param base where the provider comes for the next turn, without a slash at the end
 * @param shown E.164 that an official sees who is rung; null: the number that was called
 */
record Script(Lines lines, Twiml twiml, String base, String shown) {
  private static final int LANGUAGE_SECONDS = 2;
  private static final int CHOICE_SECONDS = 6;

  /** The call as it then stands, with its answer. */
  record Turn(Call call, String answer) {}

  Turn turn(Conversation.Next next, Facts facts) {
    return new Telling(next, facts).turn();
  }

  /** What is heard where nothing can be kept; through to a number when there is one. */
  String fallback(String number) {
    List<Line> both = new ArrayList<>();
    for (String language : List.of("nl", "en")) {
      both.add(lines.line(language, number == null ? "fallback" : "fallback.through", Map.of()));
    }
    return number == null ? twiml.saying(both) : twiml.through(both, number);
  }

  /** One move being told. */
  private final class Telling {
    private final Conversation.Next next;
    private final Facts facts;
    private final Call call;
    private final List<Line> said = new ArrayList<>();

    Telling(Conversation.Next next, Facts facts) {
      this.next = next;
      this.facts = facts;
      this.call = next.call();
    }

    Turn turn() {
      return switch (next.move()) {
        case GREET -> greet();
        case ASK_NUMBER -> askNumber();
        case CONNECT -> facts.rings() == null ? offer() : connect();
        case OFFER -> offer();
        case PROMISE -> promise();
        case RECORD -> record();
        case STORED -> stored();
        case MISSED -> missed();
        case OVER -> done(call, Stage.OVER, twiml.hangup());
      };
    }

    private Turn greet() {
      if (facts.numberOf() == null) {
        say("greeting", Map.of("municipality", facts.municipality()));
      } else {
        say(
            "greeting.official",
            Map.of("municipality", facts.municipality(), "official", facts.numberOf()));
      }
      said.add(lines.line(Conversation.other(call.language()), "language", Map.of()));
      return done(call, Stage.LANGUAGE, twiml.asking(said, LANGUAGE_SECONDS, nextUrl()));
    }

    private Turn askNumber() {
      say(next.again() ? "number.again" : "number", Map.of());
      return done(call, Stage.NUMBER, twiml.askingNumber(said, nextUrl()));
    }

    private Turn connect() {
      Facts.Rung rung = facts.rings();
      Map<String, String> names = new TreeMap<>(Map.of("official", rung.who().name()));
      if (rung.instead() == null) {
        say("connecting", names);
      } else {
        names.put("away", rung.instead());
        say(rung.tried() ? "connecting.next" : "connecting.instead", names);
      }
      Call ringing = call.on(call.course().oneMoreRung()).ringing(rung.who().id(), facts.now());
      return done(
          ringing,
          Stage.RINGING,
          twiml.ringing(
              said,
              rung.number(),
              shown == null ? call.number() : shown,
              whisper(rung.who().id()),
              nextUrl()));
    }

    private String whisper(String official) {
      return base + "/whisper?call=" + call.id() + "&official=" + official;
    }

    /** Who cannot be called back leaves a message at once. */
    private Turn offer() {
      boolean calls = facts.returns() != null && facts.callable() && call.reachable().isPresent();
      if (next.again()) {
        say("again", Map.of());
      } else {
        whyNot();
      }
      if (!calls) {
        return record();
      }
      say(call.keyed() == null ? "offer" : "offer.keyed", returns());
      say("offer.message", Map.of());
      Call offered =
          call.step(facts.now(), CallStep.OFFERED, "hub", facts.returns().who().id(), heard());
      return done(offered, Stage.OFFER, twiml.asking(said, CHOICE_SECONDS, nextUrl()));
    }

    private void whyNot() {
      if (!facts.callable() && certain()) {
        say("agreed", Map.of());
      } else if (facts.closed()) {
        say("closed", Map.of());
      } else if (facts.responsible() != null) {
        say("unavailable", Map.of("official", facts.responsible().name()));
      }
    }

    /** What was agreed with one is said to nobody else who has their number. */
    private boolean certain() {
      return call.route() != null && !call.route().match().uncertain();
    }

    private Turn promise() {
      if (facts.returns() == null) {
        return missed();
      }
      say("promise", returns());
      Call asked =
          call.step(
              facts.now(), CallStep.ASKED_BACK, "citizen", facts.returns().who().id(), heard());
      return done(asked, Stage.OVER, twiml.saying(said));
    }

    private Turn record() {
      say("message", Map.of());
      if (call.reachable().isEmpty()) {
        say("message.reach", Map.of());
      }
      return done(
          call,
          Stage.MESSAGE,
          twiml.recording(said, nextUrl(), base + "/recording?call=" + call.id() + "#rc=5&rp=all"));
    }

    private Turn stored() {
      say("stored", Map.of());
      boolean calls = facts.callable() && call.reachable().isPresent();
      if (facts.returns() == null) {
        say("goodbye", Map.of());
      } else if (calls) {
        say("promise", returns());
      } else {
        say("stored.answer", returns());
      }
      Call asked =
          calls && facts.returns() != null
              ? call.step(
                  facts.now(), CallStep.ASKED_BACK, "citizen", facts.returns().who().id(), heard())
              : call;
      return done(asked, Stage.OVER, twiml.saying(said));
    }

    private Turn missed() {
      if (facts.responsible() == null) {
        say("goodbye", Map.of());
      } else {
        say("missed", Map.of("official", facts.responsible().name()));
      }
      return done(call, Stage.OVER, twiml.saying(said));
    }

    private Map<String, String> returns() {
      Returns back = facts.returns();
      return Map.of(
          "official",
          back.who().name(),
          "term",
          SpokenTerm.of(back.due(), facts.now(), facts.zone(), call.language()));
    }

    private String heard() {
      return said.stream().map(Line::text).collect(Collectors.joining(" "));
    }

    private void say(String key, Map<String, String> words) {
      said.add(lines.line(call.language(), key, words));
    }

    /** The turn that comes: the one that is answered now is not yet among the answers. */
    private String nextUrl() {
      return base + "/next?turn=" + (call.course().answers().size() + 1);
    }

    private Turn done(Call after, Stage stage, String answer) {
      return new Turn(after.on(after.course().at(stage).answered(answer)), answer);
    }
  }
}
