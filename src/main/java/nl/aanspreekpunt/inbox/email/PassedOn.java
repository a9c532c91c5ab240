package nl.aanspreekpunt.inbox.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.aanspreekpunt.inbox.Fold;
import nl.aanspreekpunt.inbox.Origin;
import nl.aanspreekpunt.inbox.Quotes;

/** Who wrote the mail that a mail passes on: attached whole, or in its text under a header. */
final class PassedOn {
  private static final int MOST = 10;
  private static final int LONGEST_LINE = 500;
  private static final int LONGEST_TEXT = 20_000;

  private PassedOn() {}

  /** A mail program says so (Thunderbird), or the subject does. */
  static boolean is(HeaderFields headers, String subject) {
    return headers.has("x-forwarded-message-id") || Quotes.isForward(subject);
  }

  /**
   * The latest first; none of our own. What is written above the words goes before what is
   * attached: that may be anything that its author had.
   *
   * @param text the mail's own
   */
  static List<Origin.Author> authors(
      MailPart message, Words words, String text, List<Fold> folds, Set<String> ours) {
    List<Origin.Author> authors = new ArrayList<>();
    for (Fold fold : folds) {
      if (fold.kind() == Fold.Kind.FORWARDED) {
        text.substring(fold.from(), fold.to()).lines().forEach(line -> named(line, ours, authors));
      }
    }
    for (MailPart part : message.leaves()) {
      if (part.isMessage() && authors.size() < MOST) {
        attached(part, words, ours, authors);
      }
    }
    return authors;
  }

  private static void attached(
      MailPart part, Words words, Set<String> ours, List<Origin.Author> authors) {
    Words.Inner inner = words.attached(part);
    if (inner != null) {
      String said = inner.text().substring(0, Math.min(LONGEST_TEXT, inner.text().length()));
      add(Mailboxes.first(inner.from(), inner.budget()), said, ours, authors);
    }
  }

  /** "Van: Jan Jansen <jan@burger.example>", as mail programs write it above what they pass on. */
  private static void named(String line, Set<String> ours, List<Origin.Author> authors) {
    String plain = line.replaceAll("[>*\u00a0\t ]+", " ").strip();
    boolean from = plain.regionMatches(true, 0, "van:", 0, 4);
    boolean english = plain.regionMatches(true, 0, "from:", 0, 5);
    if ((from || english) && line.length() < LONGEST_LINE && authors.size() < MOST) {
      String value = line.substring(line.indexOf(':') + 1).replace("*", "");
      add(Mailboxes.first(shown(value), new Budget()), null, ours, authors);
    }
  }

  /**
   * Outlook: "Jan [mailto:jan@burger.example]"; a link in HTML: "Jan <mailto:jan@…>". What stands
   * before the address is a name, whatever it looks like: its author chose it.
   */
  private static String shown(String value) {
    String plain =
        value
            .replace("[mailto:", "<")
            .replace("<mailto:", "<")
            .replace(']', '>')
            .replace('\u00a0', ' ')
            .strip();
    int last = plain.lastIndexOf('<');
    return last > 0 && plain.endsWith(">")
        ? '"'
            + plain.substring(0, last).replaceAll("[\"\\\\]", "").strip()
            + "\" "
            + plain.substring(last)
        : plain;
  }

  private static void add(
      Mailboxes.Mailbox one, String said, Set<String> ours, List<Origin.Author> authors) {
    if (one != null && !ours.contains(MailPath.domain(one.address().value()))) {
      authors.add(new Origin.Author(one.address(), one.name(), said));
    }
  }
}
