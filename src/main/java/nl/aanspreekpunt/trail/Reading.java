package nl.aanspreekpunt.trail;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import nl.aanspreekpunt.casework.Auditing;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Decision;

/** An auditor reads a case and says why: on the trail and in the case before anything is shown. */
public record Reading(Trail trail, Casework casework, Clock clock) {
  private static final long TEN_MINUTES = 600;

  public Future<Decision> read(Case one, String by, String reason) {
    return read(one, by, reason, null);
  }

  /**
   * @param through what stands for the token that it is read with; null: in a browser
   */
  public Future<Decision> read(Case one, String by, String reason, String through) {
    Auditing act = new Auditing(by, reason);
    if (reason == null || reason.isBlank()) {
      return casework.change(one.id(), act);
    }
    Instant now = clock.instant();
    long when = now.getEpochSecond() / TEN_MINUTES;
    String id = String.join("/", "read", one.id(), by, Long.toString(when), hash(reason.strip()));
    Deed deed =
        Deed.of(id, now, by, Kind.CASE_READ).about(one.id()).detail(reason.strip()).from(through);
    return trail.record(deed).compose(done -> casework.change(one.id(), act));
  }

  private static String hash(String reason) {
    return UUID.nameUUIDFromBytes(reason.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
