package nl.aanspreekpunt.inbox.email;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventProcessor;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;
import org.owasp.html.HtmlStreamRenderer;

/**
 * The markup of a mail, of which only what formats words is left: no script, form, frame, class or
 * position; pictures only of the mail itself; links that say where they lead, tell nobody where
 * they were followed from and open apart. It is meant for a sandboxed frame all the same.
 */
final class MailHtml {
  /** Characters; what is longer is cut. */
  static final int LONGEST = 512 * 1024;

  private static final int LOOK = 64;
  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");
  private static final Pattern SIZE = Pattern.compile("[0-9]{1,4}%?");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N} #,'_-]{1,100}");

  private static final CssSchema STYLE =
      CssSchema.withProperties(
          List.of(
              "background-color",
              "border",
              "border-bottom",
              "border-bottom-color",
              "border-bottom-style",
              "border-bottom-width",
              "border-collapse",
              "border-color",
              "border-left",
              "border-left-color",
              "border-left-style",
              "border-left-width",
              "border-right",
              "border-right-color",
              "border-right-style",
              "border-right-width",
              "border-spacing",
              "border-style",
              "border-top",
              "border-top-color",
              "border-top-style",
              "border-top-width",
              "border-width",
              "color",
              "direction",
              "font",
              "font-family",
              "font-size",
              "font-style",
              "font-weight",
              "line-height",
              "list-style-type",
              "margin",
              "margin-bottom",
              "margin-left",
              "margin-right",
              "margin-top",
              "max-width",
              "padding",
              "padding-bottom",
              "padding-left",
              "padding-right",
              "padding-top",
              "text-align",
              "text-decoration",
              "text-indent",
              "vertical-align",
              "white-space",
              "width"));

  private final Function<String, String> pictures;
  private final Budget budget;
  private int blocked;
  private boolean whole = true;

  /**
   * @param pictures from a Content-ID to a {@code data:} address; null when the mail has none such
   */
  MailHtml(Function<String, String> pictures, Budget budget) {
    this.pictures = pictures;
    this.budget = budget;
  }

  /** Pictures of elsewhere, or that cannot be shown: they are never fetched. */
  int blocked() {
    return blocked;
  }

  /** False when something was too long, or took too long. */
  boolean whole() {
    return whole;
  }

  String of(String source) {
    String html = source.length() > LONGEST ? source.substring(0, LONGEST) : source;
    whole &= html.length() == source.length();
    StringBuilder out = new StringBuilder(html.length());
    try {
      HtmlSanitizer.sanitize(
          html,
          policy().apply(HtmlStreamRenderer.create(out, bad -> {})),
          HtmlStreamEventProcessor.Processors.compose(Clocked::new, sink -> sink));
    } catch (OutOfTime over) {
      whole = false;
    }
    return out.toString();
  }

  private Function<HtmlStreamEventReceiver, HtmlSanitizer.Policy> policy() {
    return new HtmlPolicyBuilder()
        .allowElements(
            "p",
            "div",
            "span",
            "br",
            "hr",
            "b",
            "strong",
            "i",
            "em",
            "u",
            "s",
            "strike",
            "del",
            "ins",
            "sub",
            "sup",
            "small",
            "big",
            "tt",
            "code",
            "pre",
            "blockquote",
            "q",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "td",
            "th",
            "caption",
            "colgroup",
            "col",
            "center",
            "font",
            "address",
            "cite",
            "abbr")
        .allowElements(this::link, "a")
        .allowElements(this::picture, "img")
        .allowWithoutAttributes("span", "font")
        .allowUrlProtocols("http", "https", "mailto", "tel", "cid")
        .allowAttributes("href")
        .onElements("a")
        .allowAttributes("src", "alt")
        .onElements("img")
        .allowAttributes(
            "width", "height", "border", "cellpadding", "cellspacing", "colspan", "rowspan")
        .matching(SIZE)
        .globally()
        .allowAttributes("align", "valign", "bgcolor", "dir", "lang", "color", "face", "size")
        .matching(WORD)
        .globally()
        .allowStyling(STYLE)
        .toFactory();
  }

  /** Only to elsewhere, and in words for who hovers over it. */
  private String link(String name, List<String> attributes) {
    String href = value(attributes, "href");
    int colon = href.indexOf(':');
    String scheme = colon < 0 ? "" : href.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    attributes.clear();
    if (SCHEMES.contains(scheme)) {
      attributes.addAll(
          List.of(
              "href",
              href,
              "title",
              href,
              "target",
              "_blank",
              "rel",
              "noopener noreferrer nofollow"));
    }
    return name;
  }

  private String picture(String name, List<String> attributes) {
    String src = value(attributes, "src").strip();
    boolean own = src.toLowerCase(Locale.ROOT).startsWith("cid:");
    String data = own ? pictures.apply(src.substring(4)) : null;
    int at = attributes.indexOf("src");
    if (at >= 0 && at % 2 == 0) {
      attributes.remove(at + 1);
      attributes.remove(at);
    }
    if (data == null) {
      blocked += src.isEmpty() ? 0 : 1;
    } else {
      attributes.addAll(List.of("src", data));
    }
    return name;
  }

  private static String value(List<String> attributes, String name) {
    for (int i = 0; i + 1 < attributes.size(); i += 2) {
      if (attributes.get(i).equals(name)) {
        return attributes.get(i + 1);
      }
    }
    return "";
  }

  private static final class OutOfTime extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutOfTime() {
      super(null, null, false, false);
    }
  }

  /** Looks at the clock between tags: before they are balanced, which may take long. */
  private final class Clocked extends HtmlStreamEventReceiverWrapper {
    private static final int MOST_ATTRIBUTES = 200;
    private int tags;

    Clocked(HtmlStreamEventReceiver sink) {
      super(sink);
    }

    @Override
    public void openTag(String name, List<String> attributes) {
      look();
      boolean usual = attributes.size() <= MOST_ATTRIBUTES;
      super.openTag(name, usual ? attributes : attributes.subList(0, MOST_ATTRIBUTES));
    }

    @Override
    public void closeTag(String name) {
      look();
      super.closeTag(name);
    }

    private void look() {
      if (++tags % LOOK == 0 && !budget.goesOn()) {
        throw new OutOfTime();
      }
    }
  }
}
