package nl.aanspreekpunt.inbox.email;

import jakarta.mail.internet.MimeUtility;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import nl.aanspreekpunt.inbox.Unread;

/** Bytes to characters, whatever the mail says of them. */
final class Charsets {
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private Charsets() {}

  /**
   * @param name as declared; empty when nothing is
   */
  static String text(byte[] bytes, int length, String name, Budget budget) {
    if (name.isEmpty() || name.equalsIgnoreCase("us-ascii")) {
      return guess(bytes, 0, length);
    }
    try {
      return new String(bytes, 0, length, Charset.forName(MimeUtility.javaCharset(name)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      budget.lacks(Unread.CHARSET);
      return guess(bytes, 0, length);
    }
  }

  /** UTF-8 when it can be that, else what a Western European mail program meant. */
  static String guess(byte[] bytes, int from, int to) {
    boolean ascii = true;
    for (int i = from; i < to && ascii; i++) {
      ascii = bytes[i] >= 0;
    }
    if (ascii) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, from, to - from, WESTERN);
    }
  }
}
