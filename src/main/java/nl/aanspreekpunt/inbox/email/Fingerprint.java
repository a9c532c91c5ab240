package nl.aanspreekpunt.inbox.email;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * The idempotency key of a mail: a SHA-256 over what its author wrote, header fields and body. What
 * servers on the way add or refold (RFC 5321, section 4.4) does not count, so one delivery that
 * comes twice is one key; another text under the same Message-ID is another. Streaming; memory does
 * not grow with the message.
 */
final class Fingerprint {
  private static final Set<String> AUTHORS =
      Set.of(
          "from",
          "to",
          "cc",
          "subject",
          "date",
          "message-id",
          "in-reply-to",
          "references",
          "mime-version");

  private static final int LONGEST_NAME = 40;

  private enum At {
    NAME,
    VALUE,
    BODY
  }

  private final MessageDigest digest = sha256();
  private final StringBuilder name = new StringBuilder(LONGEST_NAME);
  private At at = At.NAME;
  private boolean counts;
  private boolean lineStart = true;
  private boolean started;
  private boolean space;

  void update(byte[] bytes, int length) {
    int i = 0;
    while (i < length && at != At.BODY) {
      header(bytes[i++]);
    }
    digest.update(bytes, i, length - i);
  }

  /** 64 hexadecimal digits. Ends the fingerprint. */
  String key() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void header(byte b) {
    if (b == '\r') {
      return;
    }
    if (lineStart && b != ' ' && b != '\t') {
      startField(b);
    } else if (b == '\n') {
      lineStart = true;
      at = At.VALUE;
      space = true;
    } else if (at == At.NAME) {
      name(b);
    } else if (counts) {
      value(b);
    }
    lineStart = b == '\n';
  }

  private void startField(byte b) {
    if (counts) {
      digest.update((byte) '\n');
    }
    counts = false;
    started = false;
    space = false;
    name.setLength(0);
    at = b == '\n' ? At.BODY : At.NAME;
    if (b == '\n') {
      digest.update((byte) '\n');
    } else {
      name(b);
    }
  }

  private void name(byte b) {
    if (b != ':') {
      if (name.length() < LONGEST_NAME) {
        name.append((char) (b & 0xff));
      }
      return;
    }
    String field = name.toString().strip().toLowerCase(Locale.ROOT);
    // A Content-Length is some server's remark, not the author's.
    boolean content = field.startsWith("content-") && !field.equals("content-length");
    counts = content || AUTHORS.contains(field);
    at = At.VALUE;
    if (counts) {
      digest.update((field + ":").getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private void value(byte b) {
    if (b == ' ' || b == '\t') {
      space = true;
      return;
    }
    if (space && started) {
      digest.update((byte) ' ');
    }
    started = true;
    space = false;
    digest.update(b);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
