package nl.aanspreekpunt.inbox.email;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.inbox.Unread;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIRtfAttribute;
import org.apache.poi.hmef.attribute.MAPIStringAttribute;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.apache.poi.hsmf.datatypes.MAPIProperty;

/** What Outlook wrapped in a winmail.dat (MS-OXTNEF): its files, and its words. */
record Tnef(HMEFMessage message, List<File> files) {
  /** Bytes; it is unpacked in memory, twice at most. */
  static final int LARGEST = 16 << 20;

  static final int MOST_FILES = 90;

  /** The number that a file of it has as a part: its place times this, above the part it is in. */
  static final int APART = 10_000;

  /** {@code name} may be empty. */
  record File(String name, String type, byte[] bytes) {}

  /** Empty when it cannot be unpacked, which is noted. */
  static Optional<Tnef> read(MailPart part, Decoding decoding, Budget budget) {
    byte[] bytes = decoding.bytes(part, LARGEST);
    if (bytes.length == LARGEST || !budget.memory(bytes.length)) {
      budget.lacks(Unread.MEMORY);
      return Optional.empty();
    }
    try {
      HMEFMessage message = new HMEFMessage(new ByteArrayInputStream(bytes));
      return Optional.of(new Tnef(message, files(message, budget)));
    } catch (IOException | RuntimeException broken) {
      budget.lacks(Unread.ENCODING);
      return Optional.empty();
    }
  }

  private static List<File> files(HMEFMessage message, Budget budget) {
    List<File> files = new ArrayList<>();
    for (Attachment one : message.getAttachments()) {
      if (files.size() == MOST_FILES) {
        budget.lacks(Unread.PARTS);
        break;
      }
      String name = one.getLongFilename() == null ? one.getFilename() : one.getLongFilename();
      byte[] bytes = contents(one);
      if (bytes.length > 0 || name != null) {
        String clean = name == null ? "" : MediaType.safe(Texts.oneLine(name));
        files.add(new File(clean, MediaType.byName(clean), bytes));
      }
    }
    return files;
  }

  private static byte[] contents(Attachment one) {
    try {
      byte[] bytes = one.getContents();
      return bytes == null ? new byte[0] : bytes;
    } catch (IllegalArgumentException none) {
      return new byte[0];
    }
  }

  /** Its words, from whatever form it has them in. */
  String words(Budget budget) {
    String plain = property(MAPIProperty.BODY);
    if (plain.isBlank()) {
      TNEFAttribute body = message.getMessageAttribute(TNEFProperty.ID_BODY);
      plain = body == null ? "" : Charsets.guess(body.getData(), 0, body.getData().length);
    }
    if (!plain.isBlank()) {
      return plain.replace("\u0000", "");
    }
    String html = property(MAPIProperty.BODY_HTML);
    return html.isBlank()
        ? RtfText.of(property(MAPIProperty.RTF_COMPRESSED))
        : HtmlText.of(html, Budget.LONGEST_TEXT, budget);
  }

  private String property(MAPIProperty which) {
    MAPIAttribute found = message.getMessageMAPIAttribute(which);
    if (found instanceof MAPIRtfAttribute rtf) {
      return new String(rtf.getData(), StandardCharsets.ISO_8859_1);
    }
    if (found instanceof MAPIStringAttribute text) {
      return text.getDataString() == null ? "" : text.getDataString();
    }
    return found == null || found.getData() == null
        ? ""
        : Charsets.guess(found.getData(), 0, found.getData().length);
  }
}
