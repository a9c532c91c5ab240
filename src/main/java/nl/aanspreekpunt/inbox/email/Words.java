package nl.aanspreekpunt.inbox.email;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.aanspreekpunt.inbox.Unread;

/**
 * The text of a mail: plain where its author gave that, else what the HTML says; else what any part
 * of it says. It is empty only when nothing in the mail has words.
 */
final class Words {
  private static final int MOST_BYTES = 1 << 20;
  private static final int DEEPEST = 3;

  /** A plain part that only says that the words are in the HTML is no longer than this. */
  private static final int EXCUSE = 300;

  private final byte[] raw;
  private final Decoding decoding;
  private final Budget budget;
  private final int depth;

  Words(byte[] raw, Decoding decoding, Budget budget) {
    this(raw, decoding, budget, 0);
  }

  private Words(byte[] raw, Decoding decoding, Budget budget, int depth) {
    this.raw = raw;
    this.decoding = decoding;
    this.budget = budget;
    this.depth = depth;
  }

  String of(MailPart message) {
    String text = Texts.lines(text(message));
    if (text.isEmpty()) {
      text = Texts.lines(elsewhere(message));
    }
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
    String excuse = "";
    for (MailPart part : parts) {
      String text = part.media().type().equals("text/plain") ? text(part) : "";
      if (!text.isBlank() && !excuses(text)) {
        return text;
      }
      excuse = text.isBlank() ? excuse : text;
    }
    for (int i = parts.size() - 1; i >= 0; i--) {
      String text = parts.get(i).media().type().equals("text/plain") ? "" : text(parts.get(i));
      if (!text.isBlank()) {
        return text;
      }
    }
    return excuse;
  }

  /** "Uw e-mailprogramma kan geen HTML tonen." */
  private static boolean excuses(String text) {
    return text.length() < EXCUSE && text.toLowerCase(Locale.ROOT).contains("html");
  }

  String leaf(MailPart part) {
    String text = source(part);
    return part.media().isHtml() ? HtmlText.of(text, Budget.LONGEST_TEXT, budget) : text;
  }

  /** As it was sent, markup and all. */
  String source(MailPart part) {
    byte[] bytes = decoding.bytes(part, MOST_BYTES);
    if (bytes.length == MOST_BYTES) {
      budget.lacks(Unread.LENGTH);
    }
    String charset = part.media().charset();
    return part.media().isHtml()
        ? Charsets.html(bytes, bytes.length, charset, budget)
        : Charsets.text(bytes, bytes.length, charset, budget);
  }

  /**
   * The words of a mail that has none where they belong: in a text that has a name, in another kind
   * of text, in an invitation, in a winmail.dat, in a message that it passes on, in a text file.
   */
  private String elsewhere(MailPart message) {
    List<MailPart> leaves = message.leaves();
    return Stream.<Function<MailPart, String>>of(
            part -> is(part, it -> isText(it) && !it.media().attached()) ? leaf(part) : "",
            part -> is(part, it -> isOther(it) && !it.media().attached()) ? other(part) : "",
            part -> is(part, Invitations::is) ? Invitations.words(part, this, budget) : "",
            part -> is(part, it -> it.media().isTnef()) ? tnef(part) : "",
            part -> is(part, MailPart::isMessage) ? inner(part) : "",
            part -> is(part, Words::isText) ? leaf(part) : "")
        .map(words -> first(leaves, words))
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }

  private boolean is(MailPart part, Predicate<MailPart> what) {
    return budget.goesOn() && what.test(part);
  }

  private static String first(List<MailPart> leaves, Function<MailPart, String> words) {
    return leaves.stream().map(words).filter(text -> !text.isBlank()).findFirst().orElse("");
  }

  private static boolean isText(MailPart part) {
    return part.media().type().equals("text/plain") || part.media().isHtml();
  }

  private static boolean isOther(MailPart part) {
    String type = part.media().type();
    return (type.startsWith("text/") && !isText(part) && !Invitations.is(part))
        || type.equals("application/rtf")
        || type.equals("application/xhtml+xml");
  }

  private String other(MailPart part) {
    String source = source(part);
    String type = part.media().type();
    if (type.endsWith("/rtf")) {
      return RtfText.of(source);
    }
    boolean marked = type.contains("enriched") || type.contains("html");
    return marked ? HtmlText.of(source, Budget.LONGEST_TEXT, budget) : source;
  }

  private String tnef(MailPart part) {
    return Tnef.read(part, decoding, budget).map(it -> it.words(budget)).orElse("");
  }

  /** A mail within this one. */
  record Inner(String from, String text, Budget budget) {}

  /** Null where it goes too deep. */
  Inner attached(MailPart part) {
    byte[] bytes = depth == DEEPEST ? null : within(part);
    if (bytes == null) {
      return null;
    }
    MailPart message = MailPart.read(bytes, budget);
    String said = new Words(bytes, new Decoding(bytes, budget), budget, depth + 1).of(message);
    return new Inner(message.headers().first("from"), said, budget);
  }

  private String inner(MailPart part) {
    Inner inner = attached(part);
    return inner == null ? "" : inner.text();
  }

  private byte[] within(MailPart part) {
    boolean encoded = part.encoding().equals("base64") || part.encoding().startsWith("quoted");
    return encoded
        ? decoding.bytes(part, MOST_BYTES)
        : budget.memory(part.to() - part.from())
            ? Arrays.copyOfRange(raw, part.from(), part.to())
            : new byte[0];
  }

  /**
   * The parts that a mail with markup is shown as, in their order; empty when it has none. Plain
   * parts beside them belong to it (Apple Mail writes one behind each picture).
   */
  static List<MailPart> shown(MailPart message) {
    List<MailPart> shown = new ArrayList<>();
    collect(message, shown);
    return shown.stream().anyMatch(part -> part.media().isHtml()) ? shown : List.of();
  }

  private static void collect(MailPart part, List<MailPart> shown) {
    if (part.index() >= 0) {
      if (part.media().isWords()) {
        shown.add(part);
      }
    } else if (part.media().type().equals("multipart/alternative")) {
      richest(part.parts(), shown);
    } else {
      part.parts().forEach(one -> collect(one, shown));
    }
  }

  private static void richest(List<MailPart> parts, List<MailPart> shown) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      int before = shown.size();
      collect(parts.get(i), shown);
      if (shown.size() > before) {
        return;
      }
    }
  }
}
