package nl.aanspreekpunt.inbox.email;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.owasp.html.HtmlSanitizer;

/**
 * The words of an HTML mail, as its author wrote them: blocks become lines, list items get a dash,
 * a link keeps where it leads. Nothing of the markup is left.
 */
final class HtmlText implements HtmlSanitizer.Policy {
  private static final Set<String> LINES =
      Set.of("br", "div", "tr", "li", "ul", "ol", "dl", "dt", "dd", "hr", "address", "center");
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table", "section");
  private static final Set<String> UNSEEN =
      Set.of("script", "style", "head", "title", "noscript", "template", "svg", "object");
  private static final int LONGEST_LINK = 2000;

  private final StringBuilder out = new StringBuilder();
  private final int most;
  private int unseen;
  private int pre;
  private int linkStart;
  private String link = "";

  private HtmlText(int most) {
    this.most = most;
  }

  /**
   * @param most characters of the result; HTML beyond is not read
   */
  static String of(String html, int most) {
    HtmlText text = new HtmlText(most);
    HtmlSanitizer.sanitize(html, text);
    return text.out.toString();
  }

  @Override
  public void openDocument() {}

  @Override
  public void closeDocument() {}

  @Override
  public void openTag(String name, List<String> attributes) {
    if (UNSEEN.contains(name)) {
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
    switch (name) {
      case "li" -> append("- ");
      case "pre" -> pre++;
      case "td", "th" -> space();
      case "a" -> {
        link = attribute(attributes, "href");
        linkStart = out.length();
      }
      case "img" -> append(attribute(attributes, "alt"));
      default -> {}
    }
  }

  @Override
  public void closeTag(String name) {
    if (UNSEEN.contains(name)) {
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
  }

  @Override
  public void text(String text) {
    if (pre > 0) {
      append(text);
      return;
    }
    for (int i = 0; i < text.length() && unseen == 0; i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f') {
        space();
      } else if (out.length() < most) {
        out.append(c);
      }
    }
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

  private static String attribute(List<String> attributes, String name) {
    for (int i = 0; i + 1 < attributes.size(); i += 2) {
      if (attributes.get(i).toLowerCase(Locale.ROOT).equals(name)) {
        return attributes.get(i + 1).strip();
      }
    }
    return "";
  }

  private void append(String text) {
    if (unseen == 0 && out.length() < most) {
      out.append(text, 0, Math.min(text.length(), most - out.length()));
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
