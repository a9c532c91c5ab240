package nl.aanspreekpunt.inbox.email;

import java.util.List;
import nl.aanspreekpunt.inbox.Unread;

/** The text of a mail: plain where its author gave that, else what the HTML says. */
final class Words {
  private static final int MOST_BYTES = 4 * Budget.LONGEST_TEXT;

  /** Characters; the sanitizer's balancing of tags takes long on more, when it is hostile. */
  private static final int LONGEST_HTML = 64 * 1024;

  private final Decoding decoding;
  private final Budget budget;

  Words(Decoding decoding, Budget budget) {
    this.decoding = decoding;
    this.budget = budget;
  }

  String of(MailPart message) {
    String text = Texts.lines(text(message));
    if (text.length() <= Budget.LONGEST_TEXT) {
      return text;
    }
    budget.lacks(Unread.LENGTH);
    return text.substring(0, Budget.LONGEST_TEXT);
  }

  private String text(MailPart part) {
    if (part.index() >= 0) {
      return part.media().isWords() && budget.goesOn() ? leaf(part) : "";
    }
    return part.media().type().equals("multipart/alternative")
        ? alternative(part.parts())
        : all(part.parts());
  }

  private String all(List<MailPart> parts) {
    StringBuilder text = new StringBuilder();
    for (MailPart part : parts) {
      String more = text.length() > Budget.LONGEST_TEXT ? "" : text(part);
      text.append(text.isEmpty() || more.isEmpty() ? "" : "\n\n").append(more);
    }
    return text.toString();
  }

  /**
   * The plain one, when it says anything; else the last, which is the richest (RFC 2046, 5.1.4).
   */
  private String alternative(List<MailPart> parts) {
    for (MailPart part : parts) {
      String text = part.media().type().equals("text/plain") ? text(part) : "";
      if (!text.isBlank()) {
        return text;
      }
    }
    for (int i = parts.size() - 1; i >= 0; i--) {
      String text = text(parts.get(i));
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  private String leaf(MailPart part) {
    byte[] bytes = decoding.bytes(part, MOST_BYTES);
    if (bytes.length == MOST_BYTES) {
      budget.lacks(Unread.LENGTH);
    }
    String text = Charsets.text(bytes, bytes.length, part.media().charset(), budget);
    return part.media().type().equals("text/html") ? html(text) : text;
  }

  private String html(String html) {
    if (html.length() <= LONGEST_HTML) {
      return HtmlText.of(html, Budget.LONGEST_TEXT);
    }
    budget.lacks(Unread.LENGTH);
    return HtmlText.of(html.substring(0, LONGEST_HTML), Budget.LONGEST_TEXT);
  }
}
