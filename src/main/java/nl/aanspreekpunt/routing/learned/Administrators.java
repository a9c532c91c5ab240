package nl.aanspreekpunt.routing.learned;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;

/** Tells who may turn the suggestion on that it turned itself off; each once for each time. */
final class Administrators {
  private static final String PAGE = "/werk/geleerd";
  private final Outbox outbox;
  private final Directories directories;
  private final Clock clock;

  Administrators(Outbox outbox, Directories directories, Clock clock) {
    this.outbox = outbox;
    this.directories = directories;
    this.clock = clock;
  }

  Future<Void> told(Switch off) {
    Directory directory = directories.current();
    Instant now = clock.instant();
    List<Outgoing> notices =
        directory.officials().stream()
            .filter(one -> one.roles().contains(Role.ADMINISTRATOR))
            .filter(one -> directory.employed(one.id(), now))
            .map(one -> notice(off, one, directory, now))
            .toList();
    return notices.isEmpty() ? Future.succeededFuture() : outbox.add(notices);
  }

  private static Outgoing notice(Switch off, Official to, Directory directory, Instant now) {
    String id = "learned-off." + off.at().toEpochMilli() + "." + to.id();
    String why = off.why() == null ? "" : "-" + off.why().name().toLowerCase(Locale.ROOT);
    Notice notice =
        new Notice(
            id,
            Notice.Kind.ADMINISTRATION,
            Channel.DIGEST,
            to.email(),
            to.id(),
            null,
            "nl",
            Map.of("what", "learned-off" + why, "page", PAGE));
    return Outgoing.waiting(id, notice, now, directory.hours(to.id()).opening(now));
  }
}
