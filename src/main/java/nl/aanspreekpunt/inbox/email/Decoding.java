package nl.aanspreekpunt.inbox.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import nl.aanspreekpunt.inbox.Unread;
import org.eclipse.angus.mail.util.BASE64DecoderStream;

/** The bytes of a part, its transfer encoding taken off (RFC 2045, section 6). */
final class Decoding {
  private final byte[] raw;
  private final Budget budget;

  Decoding(byte[] raw, Budget budget) {
    this.raw = raw;
    this.budget = budget;
  }

  /** At most {@code most} bytes; what is broken ends where it breaks. */
  byte[] bytes(MailPart part, int most) {
    int length = Math.min(part.to() - part.from(), most);
    if (!budget.memory(length)) {
      return new byte[0];
    }
    byte[] bytes = new byte[length];
    int filled = 0;
    try (InputStream in = stream(part)) {
      int n = 0;
      while (filled < length && n >= 0 && budget.goesOn()) {
        n = in.read(bytes, filled, Math.min(8192, length - filled));
        filled += Math.max(n, 0);
      }
    } catch (IOException | MessagingException | RuntimeException broken) {
      budget.lacks(Unread.ENCODING);
    }
    return filled == length ? bytes : Arrays.copyOf(bytes, filled);
  }

  /** Of what is broken, reading fails where it breaks. */
  InputStream stream(MailPart part) throws MessagingException {
    InputStream in = new ByteArrayInputStream(raw, part.from(), part.to() - part.from());
    return switch (part.encoding()) {
      case "", "7bit", "8bit", "binary" -> in;
      case "base64" -> new BASE64DecoderStream(in, true);
      case "quoted-printable", "uuencode", "x-uuencode", "x-uue" ->
          MimeUtility.decode(in, part.encoding());
      default -> unknown(in);
    };
  }

  /** As it is, which may be readable. */
  private InputStream unknown(InputStream in) {
    budget.lacks(Unread.ENCODING);
    return in;
  }

  /** The decoded size, without decoding what is large. */
  long size(MailPart part) {
    return switch (part.encoding()) {
      case "base64" -> base64Size(part);
      case "quoted-printable" -> quotedSize(part);
      default -> part.to() - part.from();
    };
  }

  private long quotedSize(MailPart part) {
    long size = (long) part.to() - part.from();
    for (int i = part.from(); i < part.to(); i++) {
      // "=41" is one byte, "=" at the end of a line none.
      size -= raw[i] != '=' ? 0 : i + 1 < part.to() && raw[i + 1] <= ' ' ? lineEnd(i, part) : 2;
    }
    return Math.max(0, size);
  }

  private int lineEnd(int at, MailPart part) {
    return at + 2 < part.to() && raw[at + 1] == '\r' ? 3 : 2;
  }

  private long base64Size(MailPart part) {
    long digits = 0;
    for (int i = part.from(); i < part.to(); i++) {
      byte b = raw[i];
      digits += (b > ' ' && b != '=') ? 1 : 0;
    }
    return digits * 3 / 4;
  }
}
