package nl.aanspreekpunt.inbox.email;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.angus.mail.util.BASE64DecoderStream;

/**
 * Encoded words in a header field (RFC 2047), read as they are written: also within quotes or a
 * word, also when a letter is cut in two between them, also in a charset that nobody knows.
 */
final class EncodedWords {
  private final String value;
  private final Budget budget;
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final StringBuilder base64 = new StringBuilder();
  private String charset = "";

  /** {@code to} is behind the word. */
  private record Word(String charset, char encoding, String text, int to) {}

  private EncodedWords(String value, Budget budget) {
    this.value = value;
    this.budget = budget;
  }

  static String decoded(String value, Budget budget) {
    return value.contains("=?") ? new EncodedWords(value, budget).read() : value;
  }

  private String read() {
    int at = 0;
    int plain = 0;
    while (at >= 0 && at < value.length()) {
      int open = value.indexOf("=?", at);
      Word word = open < 0 ? null : word(open);
      if (word == null) {
        at = open < 0 ? -1 : open + 2;
      } else {
        between(plain, open);
        add(word);
        at = word.to();
        plain = at;
      }
    }
    end();
    return text.append(value, plain, value.length()).toString();
  }

  /** White space between two words is not shown (section 6.2). */
  private void between(int from, int to) {
    String plain = value.substring(from, to);
    if (from == 0 || !plain.isBlank()) {
      end();
      text.append(plain);
    }
  }

  private void add(Word word) {
    if (!word.charset().equals(charset)) {
      end();
      charset = word.charset();
    }
    if (word.encoding() == 'b') {
      base64.append(word.text());
      if (base64.length() % 4 == 0 || word.text().endsWith("=")) {
        decode();
      }
    } else {
      decode();
      bytes.writeBytes(quoted(word.text().replace('_', ' ').getBytes(StandardCharsets.UTF_8)));
    }
  }

  /** Words may be cut anywhere by who does not know better, so what belongs together is joined. */
  private void decode() {
    byte[] raw = base64.toString().getBytes(StandardCharsets.ISO_8859_1);
    base64.setLength(0);
    try (InputStream in = new BASE64DecoderStream(new ByteArrayInputStream(raw), true)) {
      bytes.writeBytes(in.readAllBytes());
    } catch (IOException | RuntimeException broken) {
      bytes.writeBytes(raw);
    }
  }

  /** Not the body's encoding, which takes white space at the end away. */
  private static byte[] quoted(byte[] raw) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      int high = raw[i] == '=' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
      if (low < 0) {
        out.write(raw[i]);
      } else {
        out.write(high << 4 | low);
        i += 2;
      }
    }
    return out.toByteArray();
  }

  /** Shows what was gathered: bytes of the same charset together. */
  private void end() {
    decode();
    if (bytes.size() > 0) {
      byte[] all = bytes.toByteArray();
      text.append(Charsets.text(all, all.length, charset, budget));
      bytes.reset();
    }
    charset = "";
  }

  /** Null when it is none. */
  private Word word(int open) {
    int first = value.indexOf('?', open + 2);
    if (first < 0 || first - open > 80 || first + 2 >= value.length()) {
      return null;
    }
    char encoding = Character.toLowerCase(value.charAt(first + 1));
    if (value.charAt(first + 2) != '?' || (encoding != 'b' && encoding != 'q')) {
      return null;
    }
    int end = value.indexOf("?=", first + 3);
    if (end < 0) {
      return null;
    }
    String named = value.substring(open + 2, first).toLowerCase(Locale.ROOT);
    int language = named.indexOf('*');
    return new Word(
        language < 0 ? named : named.substring(0, language),
        encoding,
        value.substring(first + 3, end),
        end + 2);
  }
}
