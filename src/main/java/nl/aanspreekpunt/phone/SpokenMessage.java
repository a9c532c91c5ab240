package nl.aanspreekpunt.phone;

import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** What was spoken, as a MIME message (RFC 2045), so that it is kept and checked as any file is. */
final class SpokenMessage {
  private static final String NAME = "voicemail.mp3";
  private static final String BOUNDARY = "spoken-message";
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(76, "\r\n".getBytes(StandardCharsets.US_ASCII));

  private SpokenMessage() {}

  /**
   * @param id of its receipt
   * @param domain the hub's
   */
  static byte[] of(String id, String domain, Instant at, byte[] audio) {
    String head =
        """
        MIME-Version: 1.0
        Message-ID: <call.%s@%s>
        Date: %s
        Content-Type: multipart/mixed; boundary="%s"

        --%s
        Content-Type: text/plain; charset=utf-8


        --%s
        Content-Type: audio/mpeg
        Content-Disposition: attachment; filename="%s"
        Content-Transfer-Encoding: base64

        """
            .formatted(
                id,
                domain,
                RFC_1123_DATE_TIME.format(at.atOffset(UTC)),
                BOUNDARY,
                BOUNDARY,
                BOUNDARY,
                NAME);
    String all =
        head.replace("\n", "\r\n") + LINES.encodeToString(audio) + "\r\n--" + BOUNDARY + "--\r\n";
    return all.getBytes(StandardCharsets.US_ASCII);
  }
}
