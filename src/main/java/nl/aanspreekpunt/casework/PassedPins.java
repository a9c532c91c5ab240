package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;

/**
 * Tells who leads the team that a pinned rule was passed over: its official was absent or had left.
 * From what stands in the case alone, so that a re-run tells the same.
 */
final class PassedPins {
  private PassedPins() {}

  /**
   * @param opened as its first version
   * @param moment when it was opened
   */
  static List<Outgoing> told(Case opened, Moment moment) {
    return opened.route().pins().stream()
        .filter(PinUse::passed)
        .map(use -> coordinator(use, moment.directory(), opened))
        .distinct()
        .flatMap(id -> moment.directory().official(id).stream())
        .map(to -> entry(opened, to, moment))
        .collect(Collectors.toList());
  }

  private static String coordinator(PinUse use, Directory directory, Case opened) {
    return directory
        .official(use.official())
        .map(Official::team)
        .flatMap(directory::team)
        .or(() -> directory.team(opened.team()))
        .map(Team::coordinator)
        .orElse("");
  }

  private static Outgoing entry(Case opened, Official to, Moment moment) {
    Instant from = moment.directory().hours(to.id()).opening(moment.now());
    Notice notice =
        new Notice(
            "warning-pin-" + to.id(),
            Notice.Kind.WARNING,
            Channel.DIGEST,
            to.email(),
            to.id(),
            opened.id(),
            "nl",
            Map.of("what", "pin"));
    Outgoing entry =
        Outgoing.waiting(opened.id() + ".1." + notice.key(), notice, moment.now(), from);
    return opened.demo() ? entry.held() : entry;
  }
}
