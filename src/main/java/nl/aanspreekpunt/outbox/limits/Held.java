package nl.aanspreekpunt.outbox.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.Reason;

/**
 * A text message that does not go now, and when it does.
 *
 * @param why {@link Reason#QUIET} or {@link Reason#SPENT}
 */
public record Held(Instant until, Reason why) {
  /** Who wrote to us just now is awake. */
  private static final Duration AWAKE = Duration.ofMinutes(15);

  /** For the hour that it is where its reader is; empty when it may go. */
  public static Optional<Held> byHour(Outgoing entry, QuietHours quiet, Instant now) {
    if (entry.urgent() || answersAtOnce(entry, now)) {
      return Optional.empty();
    }
    Instant opens = quiet.opens(entry.notice().to(), now);
    return opens.isAfter(now) ? Optional.of(new Held(opens, Reason.QUIET)) : Optional.empty();
  }

  private static boolean answersAtOnce(Outgoing entry, Instant now) {
    return entry.notice().kind() == Notice.Kind.ACKNOWLEDGEMENT
        && now.isBefore(written(entry).plus(AWAKE));
  }

  /** What it acknowledges. */
  private static Instant written(Outgoing entry) {
    String written = entry.notice().facts().get(Notice.WRITTEN);
    return written == null ? entry.createdAt() : Instant.parse(written);
  }
}
