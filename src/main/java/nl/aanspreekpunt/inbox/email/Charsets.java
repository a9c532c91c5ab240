package nl.aanspreekpunt.inbox.email;

import jakarta.mail.internet.MimeUtility;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.aanspreekpunt.inbox.Unread;
import org.mozilla.universalchardet.UniversalDetector;

/** Bytes to characters, whatever the mail says of them. */
final class Charsets {
  private static final Charset WESTERN = Charset.forName("windows-1252");

  /** Read as windows-1252, which holds them, as browsers do (WHATWG Encoding, section 4.2). */
  private static final Set<String> LATIN =
      Set.of("iso-8859-1", "latin1", "l1", "iso8859-1", "iso_8859-1", "windows-1252", "cp1252");

  /** More of these among the bytes than a language in Latin letters has. */
  private static final double FOREIGN = 0.3;

  /** With fewer of them anything is chance. */
  private static final int ENOUGH = 20;

  /** Bytes that a guess looks at. */
  private static final int LOOKED_AT = 64 * 1024;

  private static final int META = 2048;

  private Charsets() {}

  /**
   * @param name as declared; empty when nothing is
   */
  static String text(byte[] bytes, int length, String name, Budget budget) {
    String said = name.toLowerCase(Locale.ROOT);
    if (said.isEmpty() || said.equals("us-ascii")) {
      return guess(bytes, 0, length);
    }
    Optional<Charset> declared = charset(name);
    if (declared.isEmpty()) {
      budget.lacks(Unread.CHARSET);
      return guess(bytes, 0, length);
    }
    if (declared.get().equals(StandardCharsets.UTF_8)) {
      return utf8(bytes, length, budget);
    }
    if (LATIN.contains(said)) {
      // A program that says ISO-8859-1 and sends UTF-8 is common; the other way round it is chance.
      String utf8 = strictly(bytes, 0, length);
      return utf8 == null ? new String(bytes, 0, length, WESTERN) : utf8;
    }
    return new String(bytes, 0, length, declared.get());
  }

  /** HTML says itself what it is in when nobody else does. */
  static String html(byte[] bytes, int length, String name, Budget budget) {
    return text(bytes, length, name.isEmpty() ? meta(bytes, length) : name, budget);
  }

  private static String meta(byte[] bytes, int length) {
    String head = new String(bytes, 0, Math.min(length, META), StandardCharsets.ISO_8859_1);
    int at = head.toLowerCase(Locale.ROOT).indexOf("charset=");
    if (at < 0) {
      return "";
    }
    int from = at + 8;
    while (from < head.length() && (head.charAt(from) == '"' || head.charAt(from) == '\'')) {
      from++;
    }
    int to = from;
    while (to < head.length() && to < from + 40 && isName(head.charAt(to))) {
      to++;
    }
    return charset(head.substring(from, to)).map(Charset::name).orElse("");
  }

  private static boolean isName(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }

  static Optional<Charset> charset(String name) {
    try {
      return Optional.of(Charset.forName(MimeUtility.javaCharset(name)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }

  /** A bad byte here and there is shown as such; more of them than good ones are not UTF-8. */
  private static String utf8(byte[] bytes, int length, Budget budget) {
    String strictly = strictly(bytes, 0, length);
    if (strictly != null) {
      return strictly;
    }
    budget.lacks(Unread.CHARSET);
    return guess(bytes, 0, length);
  }

  private static boolean ascii(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Null when it is not UTF-8. Of a text that is so long that it was cut, half a letter at its end
   * is left out.
   */
  private static String strictly(byte[] bytes, int from, int to) {
    CharBuffer out = CharBuffer.allocate(to - from);
    ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
    boolean broken =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, false)
            .isError();
    boolean half = in.hasRemaining() && to - from < LOOKED_AT;
    return broken || half ? null : out.flip().toString();
  }

  /**
   * UTF-8 when it can be that, also with a bad byte; what its bytes are like when they are of
   * another script; else what a Western European mail program meant.
   */
  static String guess(byte[] bytes, int from, int to) {
    if (ascii(bytes, from, to)) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
    if (to - from > 2 && (bytes[from] & 0xff) + (bytes[from + 1] & 0xff) == 0x1fd) {
      // A byte order mark, FE FF or FF FE.
      return new String(bytes, from, to - from, StandardCharsets.UTF_16);
    }
    String strictly = strictly(bytes, from, to);
    if (strictly != null) {
      return strictly;
    }
    String utf8 = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    if (mostlyGood(utf8)) {
      return utf8;
    }
    return new String(bytes, from, to - from, foreign(bytes, from, to));
  }

  private static boolean mostlyGood(String utf8) {
    int bad = 0;
    int good = 0;
    for (int i = 0; i < utf8.length(); i++) {
      char c = utf8.charAt(i);
      bad += c == '\ufffd' ? 1 : 0;
      good += c > 0x7f && c != '\ufffd' ? 1 : 0;
    }
    return good > bad;
  }

  private static Charset foreign(byte[] bytes, int from, int to) {
    int end = Math.min(to, from + LOOKED_AT);
    int high = 0;
    int letters = 0;
    for (int i = from; i < end; i++) {
      high += bytes[i] < 0 ? 1 : 0;
      letters += bytes[i] < 0 || bytes[i] > ' ' ? 1 : 0;
    }
    if (high < ENOUGH || high < FOREIGN * letters) {
      return WESTERN;
    }
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes, from, end - from);
    detector.dataEnd();
    String found = detector.getDetectedCharset();
    return found == null ? WESTERN : charset(found).orElse(WESTERN);
  }
}
