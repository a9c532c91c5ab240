package nl.aanspreekpunt.inbox.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSTypedData;

/**
 * A mail that stands whole within its signature, as Outlook can send it (S/MIME, RFC 8551, section
 * 3.5.2), as it was before it was signed. The signature is not checked: it says nothing here. What
 * is encrypted stays closed.
 */
final class SignedWhole {
  /** What is larger stays in its wrapping, a file: three copies of it are in memory at once. */
  private static final int LARGEST = 8 << 20;

  private SignedWhole() {}

  /** The mail itself when it is anything else. */
  static byte[] opened(byte[] raw) {
    if (raw.length > LARGEST) {
      return raw;
    }
    HeaderFields headers = HeaderFields.read(raw, 0, raw.length, new Budget());
    String type = headers.first("content-type").toLowerCase(Locale.ROOT);
    boolean signed = type.contains("pkcs7-mime") && !type.contains("enveloped-data");
    return signed
        ? content(raw, headers).map(inner -> instead(raw, headers, inner)).orElse(raw)
        : raw;
  }

  private static Optional<byte[]> content(byte[] raw, HeaderFields headers) {
    byte[] body = Arrays.copyOfRange(raw, headers.bodyFrom(), raw.length);
    boolean encoded = headers.first("content-transfer-encoding").strip().equalsIgnoreCase("base64");
    try {
      byte[] message = encoded ? Base64.getMimeDecoder().decode(body) : body;
      CMSTypedData inner = new CMSSignedData(message).getSignedContent();
      return inner != null && inner.getContent() instanceof byte[] bytes
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (CMSException | RuntimeException closedOrBroken) {
      return Optional.empty();
    }
  }

  /** Its own headers, but for what they say of the wrapping; then what it wraps. */
  private static byte[] instead(byte[] raw, HeaderFields headers, byte[] inner) {
    ByteArrayOutputStream mail = new ByteArrayOutputStream(inner.length + headers.bodyFrom());
    boolean kept = true;
    for (String line : new String(raw, 0, headers.bodyFrom(), ISO_8859_1).split("(?<=\n)")) {
      boolean goesOn = line.startsWith(" ") || line.startsWith("\t");
      kept = goesOn ? kept : !line.regionMatches(true, 0, "content-", 0, 8);
      if (kept && !line.isBlank()) {
        mail.writeBytes(line.getBytes(ISO_8859_1));
      }
    }
    mail.writeBytes(inner);
    return mail.toByteArray();
  }
}
