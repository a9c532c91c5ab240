package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;

/** Tells who looks after the program what needs them; each once for each name of it. */
public final class Administrators {
  private final Outbox outbox;
  private final Directories directories;
  private final Clock clock;

  public Administrators(Outbox outbox, Directories directories, Clock clock) {
    this.outbox = outbox;
    this.directories = directories;
    this.clock = clock;
  }

  /**
   * When they next work.
   *
   * @param name of what happened: told under the same name it is told once
   * @param facts {@code what} it is, as {@code ADMINISTRATION.<what>} in the letters, the {@code
   *     page} where it is seen to, and what its words name
   */
  public Future<Void> told(String name, Map<String, String> facts) {
    Directory directory = directories.current();
    Instant now = clock.instant();
    List<Outgoing> notices =
        directory.officials().stream()
            .filter(one -> one.roles().contains(Role.ADMINISTRATOR))
            .filter(one -> directory.employed(one.id(), now))
            .map(one -> notice(name + "." + one.id(), facts, one, directory, now))
            .toList();
    return notices.isEmpty() ? Future.succeededFuture() : outbox.add(notices);
  }

  private static Outgoing notice(
      String id, Map<String, String> facts, Official to, Directory directory, Instant now) {
    Notice notice =
        new Notice(
            id, Notice.Kind.ADMINISTRATION, Channel.DIGEST, to.email(), to.id(), null, "nl", facts);
    return Outgoing.waiting(id, notice, now, directory.hours(to.id()).opening(now));
  }
}
