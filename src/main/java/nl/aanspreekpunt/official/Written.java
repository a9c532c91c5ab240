package nl.aanspreekpunt.official;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/** Texts, lists and maps as people write them in a directory's file. */
final class Written {
  static final int WIDTH = 100;

  /** So long a map or list of texts stands on one line. */
  private static final int SHORT = 80;

  /** Reads as a text everywhere, within brackets too. */
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._@'’/&()+-]| (?! |$))*");

  /** What other readers of YAML would take for something else. */
  private static final Pattern NO_TEXT =
      Pattern.compile("(?i)yes|no|on|off|null|y|n|0[ox].*|[-+.\\d]+(e[-+]?\\d+)?|\\d[\\d_:.-]*");

  private static final Set<String> AS_THEY_ARE = Set.of("true", "false");
  private static final Pattern COUNT = Pattern.compile("0|[1-9]\\d{0,8}");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private Written() {}

  /** One text on one line; in quotes when it must be, or as what it comes in place of was. */
  static String text(String text, ScalarStyle before) {
    if (before == ScalarStyle.SINGLE_QUOTED && text.chars().noneMatch(c -> escaped((char) c))) {
      return "'" + text.replace("'", "''") + "'";
    }
    return before == ScalarStyle.DOUBLE_QUOTED || !plain(text) ? quoted(text) : text;
  }

  private static boolean plain(String text) {
    return AS_THEY_ARE.contains(text)
        || COUNT.matcher(text).matches()
        || DAY.matcher(text).matches()
        || (PLAIN.matcher(text).matches() && !NO_TEXT.matcher(text).matches());
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c == '\n') {
        quoted.append("\\n");
      } else if (escaped(c)) {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  /** What is not printed, or parts lines. */
  private static boolean escaped(char c) {
    return Character.isISOControl(c)
        || !Character.isDefined(c)
        || c == '\u2028'
        || c == '\u2029'
        || c == '\uFEFF';
  }

  /** On one line, between brackets. */
  static String inline(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.isEmpty()
          ? "{}"
          : map.entrySet().stream()
              .map(one -> text(String.valueOf(one.getKey()), null) + ": " + inline(one.getValue()))
              .collect(Collectors.joining(", ", "{ ", " }"));
    }
    return value instanceof List<?> list
        ? list.stream().map(Written::inline).collect(Collectors.joining(", ", "[", "]"))
        : text(String.valueOf(value), null);
  }

  /**
   * What comes after {@code key:}, on its line or on those below it.
   *
   * @param indent where the key stands
   */
  static String after(Object value, int indent) {
    if (value instanceof String text) {
      return " " + block(text, indent + 2);
    }
    String inline = inline(value);
    boolean flat = flat(value);
    if (flat && inline.length() <= SHORT) {
      return " " + inline;
    }
    String margin = "\n" + " ".repeat(indent + 2);
    if (value instanceof Map<?, ?>) {
      return margin + map((Map<?, ?>) value, indent + 2);
    }
    List<?> list = (List<?>) value;
    return flat
        ? margin + "[" + wrapped(list, indent + 3, indent + 3) + "]"
        : list.stream()
            .map(one -> margin + entry(one, indent + 2, false))
            .collect(Collectors.joining());
  }

  private static boolean flat(Object value) {
    return value instanceof Map<?, ?> map
        ? map.values().stream().allMatch(String.class::isInstance)
        : ((List<?>) value).stream().allMatch(String.class::isInstance);
  }

  /** Keys below each other; the first without its margin. */
  static String map(Map<?, ?> map, int indent) {
    return map.entrySet().stream()
        .map(one -> text(String.valueOf(one.getKey()), null) + ":" + after(one.getValue(), indent))
        .collect(Collectors.joining("\n" + " ".repeat(indent)));
  }

  /**
   * With its dash.
   *
   * @param inline as the entries around it are
   */
  static String entry(Object value, int indent, boolean inline) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      boolean rules = !map.containsKey("id") && inline(map).length() <= SHORT;
      return "- " + (inline || rules ? inline(map) : map(map, indent + 2));
    }
    return "- " + inline(value);
  }

  /** Entries between brackets, over as many lines as it takes. */
  static String wrapped(List<?> list, int column, int indent) {
    StringBuilder wrapped = new StringBuilder();
    int at = column;
    for (int i = 0; i < list.size(); i++) {
      String one = inline(list.get(i)) + (i < list.size() - 1 ? "," : "");
      if (i > 0 && at + 1 + one.length() >= WIDTH) {
        wrapped.append('\n').append(" ".repeat(indent));
        at = indent;
      } else if (i > 0) {
        wrapped.append(' ');
        at++;
      }
      wrapped.append(one);
      at += one.length();
    }
    return wrapped.toString();
  }

  /** A long text below its key, wrapped; one of several lines as it is. */
  static String block(String text, int indent) {
    boolean tidy =
        text.equals(text.strip()) && text.chars().noneMatch(c -> c != '\n' && escaped((char) c));
    String margin = "\n" + " ".repeat(indent);
    if (tidy && text.indexOf('\n') >= 0 && text.lines().noneMatch(line -> line.startsWith(" "))) {
      return "|-"
          + text.lines()
              .map(line -> line.isEmpty() ? "\n" : margin + line)
              .collect(Collectors.joining());
    }
    if (tidy && text.length() > SHORT && text.indexOf('\n') < 0 && !text.contains("  ")) {
      return ">-"
          + lines(text, WIDTH - indent).stream()
              .map(line -> margin + line)
              .collect(Collectors.joining());
    }
    return text(text, null);
  }

  private static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
