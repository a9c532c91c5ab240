package nl.aanspreekpunt.casework.delivery;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import nl.aanspreekpunt.casework.Signer;
import nl.aanspreekpunt.outbox.MediaLinks;
import nl.aanspreekpunt.outbox.Outgoing;

/**
 * The address of a photo that goes with a message: a provider fetches it without a login. It is
 * signed, names the outbox entry and nothing else, and opens for an hour, since a provider may keep
 * a message waiting.
 */
public record SignedMedia(Signer signer, String publicUrl, Clock clock) implements MediaLinks {
  public static final String PATH = "/webhooks/twilio/media";
  private static final String PURPOSE = "media";
  private static final Duration OPENS = Duration.ofHours(1);

  @Override
  public String of(Outgoing entry) {
    if (entry.notice().facts().getOrDefault("files", "").isEmpty()) {
      return null;
    }
    long until = clock.instant().plus(OPENS).getEpochSecond();
    return publicUrl
        + PATH
        + "?entry="
        + URLEncoder.encode(entry.id(), StandardCharsets.UTF_8)
        + "&until="
        + until
        + "&signature="
        + signer.sign(PURPOSE, signed(entry.id(), until));
  }

  private static String signed(String entry, long until) {
    return until + " " + entry;
  }

  /**
   * Whether it opens now.
   *
   * @param until epoch second, as it stands in the address
   */
  public boolean opens(String entry, String until, String signature) {
    if (entry == null || signature == null || until == null || !until.matches("\\d{1,12}")) {
      return false;
    }
    long end = Long.parseLong(until);
    try {
      return clock.instant().isBefore(Instant.ofEpochSecond(end))
          && signer.signed(PURPOSE, signed(entry, end), signature);
    } catch (DateTimeException e) {
      return false;
    }
  }
}
