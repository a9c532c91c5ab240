package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    Map<String, String> facts = new TreeMap<>();
    facts.put("page", "/werk/team");
    facts.put("about", absence.official());
    facts.put("since", absence.from().toString());
    return coordinator(absence.official(), directory, now)
        .map(
            to ->
                tell(
                    "absence-uncovered." + Spell.id(absence),
                    "uncovered",
                    to,
                    facts,
                    new Moment(now, directory)))
        .orElseGet(Future::succeededFuture);
  }

  /** Who is back: what happened meanwhile stands on a page. */
  Future<Void> back(Spell spell, Directory directory, Instant now) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("page", "/werk/afwezig/" + spell.id());
    facts.put("about", spell.official());
    facts.put("since", spell.from().toString());
    return directory
        .official(spell.official())
        .map(
            to -> tell("absence-over." + spell.id(), "back", to, facts, new Moment(now, directory)))
        .orElseGet(Future::succeededFuture);
  }

  /** Whoever acts for the coordinator of the official's team, and is not that official. */
  static Optional<Official> coordinator(String official, Directory directory, Instant now) {
    return directory
        .official(official)
        .map(Official::team)
        .flatMap(directory::team)
        .map(Team::coordinator)
        .map(lead -> directory.actingFor(lead, now, now, List.of(official)));
  }

  private Future<Void> tell(
      String id, String what, Official to, Map<String, String> facts, Moment moment) {
    facts.put("what", what);
    Notice notice =
        new Notice(id, Notice.Kind.ABSENCE, Channel.DIGEST, to.email(), to.id(), null, "nl", facts);
    Instant from = moment.directory().hours(to.id()).opening(moment.now());
    return outbox.add(List.of(Outgoing.waiting(id, notice, moment.now(), from)));
  }
}
