package nl.aanspreekpunt.inbox.email;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.aanspreekpunt.inbox.Unread;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * The words of an HTML mail, as its author wrote them: blocks become lines, list items get a dash,
 * a link keeps where it leads, lines of a quoted message are marked with {@code >} and a signature
 * with {@code --}, as mail programs do in the plain text they send along. Nothing of the markup is
 * left. It stands right behind the lexer, so that its time grows with the length only.
 */
final class HtmlText implements HtmlStreamEventReceiver {
  private static final Set<String> LINES =
      Set.of("br", "div", "tr", "li", "ul", "ol", "dl", "dt", "dd", "hr", "address", "center");
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table", "section");
  private static final Set<String> UNSEEN =
      Set.of("script", "style", "title", "noscript", "template", "svg", "object");

  /** What is left of these when a mail that never closes one would have no words at all. */
  private static final Set<String> NEVER_SEEN = Set.of("script", "style");

  /** Tags between two looks at the clock. */
  private static final int LOOK = 512;

  private static final int LONGEST_LINK = 2000;
  private static final int MOST_ATTRIBUTES = 100;

  private final StringBuilder out = new StringBuilder();
  private final Set<String> unseenTags;
  private final int most;
  private final Budget budget;
  private final Deque<Boolean> quotes = new ArrayDeque<>();
  private int tags;
  private int quoted;
  private int unseen;
  private int pre;
  private int linkStart;
  private String link = "";

  private HtmlText(int most, Budget budget, Set<String> unseenTags) {
    this.most = most;
    this.budget = budget;
    this.unseenTags = unseenTags;
  }

  /** There is enough, or no time for more. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1;

    Enough() {
      super(null, null, false, false);
    }
  }

  /**
   * @param most characters of the result; HTML beyond is not read
   */
  static String of(String html, int most, Budget budget) {
    String text = of(html, new HtmlText(most, budget, UNSEEN));
    return text.isBlank() ? of(html, new HtmlText(most, budget, NEVER_SEEN)) : text;
  }

  private static String of(String html, HtmlText text) {
    try {
      HtmlSanitizer.sanitize(html, new Nothing(), sink -> text);
    } catch (Enough enough) {
      text.budget.lacks(Unread.LENGTH);
    }
    return text.out.toString();
  }

  /** Nothing comes as far as here. */
  private static final class Nothing implements HtmlSanitizer.Policy {
    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {}

    @Override
    public void openTag(String name, List<String> attributes) {}

    @Override
    public void closeTag(String name) {}

    @Override
    public void text(String text) {}
  }

  @Override
  public void openDocument() {}

  @Override
  public void closeDocument() {}

  @Override
  public void openTag(String name, List<String> attributes) {
    look();
    if (unseenTags.contains(name)) {
      unseen++;
    }
    if (PARAGRAPHS.contains(name)) {
      lines(2);
    } else if (LINES.contains(name)) {
      if (name.equals("br")) {
        append("\n");
      } else {
        lines(1);
      }
    }
    marks(name, attributes);
    switch (name) {
      case "li" -> append("- ");
      case "pre" -> pre++;
      case "td", "th" -> space();
      case "a" -> {
        link = attribute(attributes, "href");
        linkStart = out.length();
      }
      case "img" -> append(attribute(attributes, "alt"));
      case "body" -> unseen = 0;
      default -> {}
    }
  }

  private void look() {
    if (out.length() >= most || (++tags % LOOK == 0 && !budget.goesOn())) {
      throw new Enough();
    }
  }

  /** What is quoted, by the marks of Gmail, Apple Mail, Thunderbird and Outlook Express. */
  private void marks(String name, List<String> attributes) {
    if (name.equals("blockquote")) {
      boolean quote =
          attribute(attributes, "type").equalsIgnoreCase("cite")
              || attribute(attributes, "class").contains("gmail_quote")
              || attribute(attributes, "style").toLowerCase(Locale.ROOT).contains("border-left");
      quotes.push(quote);
      quoted += quote ? 1 : 0;
    } else if (name.equals("div") && signs(attributes)) {
      lines(1);
      if (!endsWith("--\n") && !endsWith("--")) {
        append("-- \n");
      }
    }
  }

  private static boolean signs(List<String> attributes) {
    String kind = attribute(attributes, "class");
    return kind.equals("gmail_signature")
        || kind.equals("moz-signature")
        || attribute(attributes, "id").equals("Signature");
  }

  @Override
  public void closeTag(String name) {
    look();
    if (unseenTags.contains(name)) {
      unseen = Math.max(0, unseen - 1);
    }
    if (name.equals("pre")) {
      pre = Math.max(0, pre - 1);
    }
    if (name.equals("a")) {
      endLink();
    }
    if (PARAGRAPHS.contains(name)) {
      lines(2);
    } else if (LINES.contains(name) && !name.equals("br")) {
      lines(1);
    }
    if (name.equals("blockquote") && !quotes.isEmpty()) {
      quoted -= quotes.pop() ? 1 : 0;
    }
  }

  @Override
  public void text(String text) {
    for (int i = 0; i < text.length() && unseen == 0; i++) {
      char c = text.charAt(i);
      if (pre > 0) {
        append(String.valueOf(c));
      } else if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f') {
        space();
      } else if (out.length() < most) {
        mark();
        out.append(c);
      }
    }
  }

  private boolean endsWith(String end) {
    int from = out.length() - end.length();
    return from >= 0 && out.indexOf(end, from) == from;
  }

  private void endLink() {
    String words = out.substring(Math.min(linkStart, out.length())).strip();
    String target = link.startsWith("mailto:") ? link.substring(7) : link;
    boolean leads = link.startsWith("http") || link.startsWith("mailto:");
    if (leads && target.length() <= LONGEST_LINK && !target.equals(words)) {
      append((words.isEmpty() ? "<" : " <") + target + ">");
    }
    link = "";
  }

  /** Of the first hundred; the list is a linked one. */
  private static String attribute(List<String> attributes, String name) {
    Iterator<String> all = attributes.iterator();
    for (int i = 0; i < MOST_ATTRIBUTES && all.hasNext(); i++) {
      boolean found = all.next().toLowerCase(Locale.ROOT).equals(name);
      String value = all.hasNext() ? all.next() : "";
      if (found) {
        return value.strip();
      }
    }
    return "";
  }

  private void append(String text) {
    if (unseen == 0 && out.length() < most && !text.isEmpty()) {
      if (text.charAt(0) != '\n') {
        mark();
      }
      out.append(text, 0, Math.min(text.length(), most - out.length()));
    }
  }

  /** At the beginning of a line of a quoted message. */
  private void mark() {
    if (quoted > 0 && (out.isEmpty() || out.charAt(out.length() - 1) == '\n')) {
      out.append(">".repeat(Math.min(quoted, 10))).append(' ');
    }
  }

  private void space() {
    int length = out.length();
    if (length > 0 && out.charAt(length - 1) != ' ' && out.charAt(length - 1) != '\n') {
      append(" ");
    }
  }

  /** Ends the line, so that at least {@code ends - 1} empty ones follow. */
  private void lines(int ends) {
    int length = out.length();
    while (length > 0 && out.charAt(length - 1) == ' ') {
      out.setLength(--length);
    }
    int there = 0;
    while (there < ends && there < length && out.charAt(length - 1 - there) == '\n') {
      there++;
    }
    for (int i = there; i < ends && length > 0; i++) {
      append("\n");
    }
  }
}
