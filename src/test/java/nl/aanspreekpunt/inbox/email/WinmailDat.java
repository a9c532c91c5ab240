package nl.aanspreekpunt.inbox.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A winmail.dat as Outlook makes it (MS-OXTNEF): attributes with their lengths and checksums. */
final class WinmailDat {
  private static final int MESSAGE = 1;
  private static final int ATTACHMENT = 2;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  WinmailDat() {
    number(0x223E9F78, 4);
    number(1, 2);
    attribute(MESSAGE, 0x00089006, new byte[] {0, 0, 1, 0});
    attribute(MESSAGE, 0x00078008, ascii("IPM.Microsoft Mail.Note\0"));
  }

  WinmailDat body(String text) {
    attribute(MESSAGE, 0x0002800C, text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  WinmailDat file(String name, byte[] bytes) {
    attribute(ATTACHMENT, 0x00069002, new byte[14]);
    attribute(ATTACHMENT, 0x00018010, ascii(name + "\0"));
    attribute(ATTACHMENT, 0x0006800F, bytes);
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  /** A part of a mail with it, as Exchange sends it. */
  String part() {
    return "Content-Type: application/ms-tnef; name=\"winmail.dat\"\n"
        + "Content-Disposition: attachment; filename=\"winmail.dat\"\n"
        + "Content-Transfer-Encoding: base64\n\n"
        + Base64.getMimeEncoder().encodeToString(bytes())
        + "\n";
  }

  private void attribute(int level, int id, byte[] data) {
    out.write(level);
    number(id, 4);
    number(data.length, 4);
    out.writeBytes(data);
    int sum = 0;
    for (byte b : data) {
      sum += b & 0xff;
    }
    number(sum, 2);
  }

  private void number(int value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write(value >> (8 * i));
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
