package nl.aanspreekpunt.phone;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.official.Directories;

/**
 * The official's end of a call: they hear who calls and what it is about, and take it with a key. A
 * voice mail of their own presses none, so that it never answers a citizen.
 */
final class Picking {
  private static final String LANGUAGE = "nl";
  private final Calls calls;
  private final Whom whom;
  private final Cases cases;
  private final Directories directories;
  private final Lines lines;
  private final Twiml twiml;
  private final Settling settling;
  private final String base;
  private final Clock clock;

  Picking(
      Calls calls,
      Whom whom,
      Cases cases,
      Directories directories,
      Lines lines,
      Twiml twiml,
      Settling settling,
      String base,
      Clock clock) {
    this.calls = calls;
    this.whom = whom;
    this.cases = cases;
    this.directories = directories;
    this.lines = lines;
    this.twiml = twiml;
    this.settling = settling;
    this.base = base;
    this.clock = clock;
  }

  /** What an official hears when they pick up; nothing when it is not them who is rung now. */
  Future<String> whisper(String id, String official) {
    return calls
        .find(id)
        .map(found -> found.orElseThrow(() -> new Changing.NoSuchCall(id)))
        .compose(
            call ->
                call.goesOn() && official.equals(call.official())
                    ? whispered(call)
                    : Future.succeededFuture(twiml.hangup()));
  }

  private Future<String> whispered(Call call) {
    Future<Optional<Case>> about =
        call.caseNumber() == null
            ? Future.succeededFuture(Optional.empty())
            : cases.find(call.caseNumber());
    return about.compose(
        one -> whom.caller(call).map(caller -> whispered(call, one, name(call, one, caller))));
  }

  private String whispered(Call call, Optional<Case> about, String caller) {
    return twiml.whispering(
        List.of(lines.line(LANGUAGE, "whisper", Map.of("caller", caller, "about", about(about)))),
        base + "/taken?call=" + call.id() + "&official=" + call.official());
  }

  /** Who is certain to be a citizen of that name; else somebody. */
  private String name(Call call, Optional<Case> about, Optional<Identity> caller) {
    boolean certain = call.route() != null && !call.route().match().uncertain();
    return caller
        .filter(one -> certain && about.filter(Case::hidesSubject).isEmpty())
        .map(Identity::name)
        .orElseGet(() -> word("whisper.somebody", Map.of()));
  }

  /** Of what is confidential only that it is there: the telephone may be on a speaker. */
  private String about(Optional<Case> about) {
    if (about.isEmpty()) {
      return word("whisper.new", Map.of());
    }
    return about
        .filter(one -> !one.hidesSubject() && one.topic() != null)
        .flatMap(one -> directories.current().topic(one.topic()))
        .map(topic -> word("whisper.topic", Map.of("topic", topic.name().in(LANGUAGE))))
        .orElseGet(() -> word("whisper.open", Map.of()));
  }

  private String word(String key, Map<String, String> facts) {
    return lines.line(LANGUAGE, key, facts).text();
  }

  /** An official pressed a key: only the one that takes the call connects. */
  Future<String> taken(String id, String official, String digits) {
    return digits.startsWith(Conversation.CALL_ME)
        ? new Changing(calls)
            .change(id, call -> connected(call, official))
            .map(call -> connects(call, official))
        : Future.succeededFuture(twiml.hangup());
  }

  private String connects(Call call, String official) {
    if (call.connectedAt() == null || !official.equals(call.official())) {
      return twiml.hangup();
    }
    settling.connected(call);
    return Twiml.EMPTY;
  }

  private Call connected(Call call, String official) {
    return official.equals(call.official()) ? call.connected(official, clock.instant()) : call;
  }
}
