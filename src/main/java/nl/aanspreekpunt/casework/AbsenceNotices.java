package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;

/** What colleagues hear about an absence; each once. */
final class AbsenceNotices {
  private final Outbox outbox;

  AbsenceNotices(Outbox outbox) {
    this.outbox = outbox;
  }

  /** The coordinator: it begins soon, and nobody stands in. */
  Future<Void> uncovered(Absence absence, Directory directory, Instant now) {
    Moment moment = new Moment(now, directory);
    String id = "absence-uncovered." + Spell.id(absence);
    return coordinator(absence.official(), moment)
        .map(to -> tell(id, to, team("uncovered", absence.official(), absence.from()), moment))
        .orElseGet(Future::succeededFuture);
  }

  /** The coordinator: is this colleague away, or gone? */
  Future<Void> doubted(String official, Sign.Doubt why, Instant since, Moment moment) {
    String what = why.name().toLowerCase(Locale.ROOT);
    String id = "absence-" + what + "." + official + "." + since.toEpochMilli();
    return coordinator(official, moment)
        .map(to -> tell(id, to, team(what, official, since), moment))
        .orElseGet(Future::succeededFuture);
  }

  private static Map<String, String> team(String what, String official, Instant since) {
    return facts(what, "/werk/team", official, since);
  }

  private static Map<String, String> facts(
      String what, String page, String official, Instant since) {
    return Map.of("what", what, "page", page, "about", official, "since", since.toString());
  }

  /** Who is back: what happened meanwhile stands on a page. */
  Future<Void> back(Spell spell, Directory directory, Instant now) {
    Map<String, String> facts =
        facts("back", "/werk/afwezig/" + spell.id(), spell.official(), spell.from());
    return directory
        .official(spell.official())
        .map(to -> tell("absence-over." + spell.id(), to, facts, new Moment(now, directory)))
        .orElseGet(Future::succeededFuture);
  }

  /** Whoever acts for the coordinator of the official's team, and is not that official. */
  private static Optional<Official> coordinator(String official, Moment moment) {
    Directory directory = moment.directory();
    Instant now = moment.now();
    return directory
        .official(official)
        .map(Official::team)
        .flatMap(directory::team)
        .map(Team::coordinator)
        .map(lead -> directory.actingFor(lead, now, now, List.of(official)));
  }

  private Future<Void> tell(String id, Official to, Map<String, String> facts, Moment moment) {
    Notice notice =
        new Notice(id, Notice.Kind.ABSENCE, Channel.DIGEST, to.email(), to.id(), null, "nl", facts);
    Instant from = moment.directory().hours(to.id()).opening(moment.now());
    return outbox.add(List.of(Outgoing.waiting(id, notice, moment.now(), from)));
  }
}
