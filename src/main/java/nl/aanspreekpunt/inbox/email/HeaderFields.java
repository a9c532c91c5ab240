package nl.aanspreekpunt.inbox.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.aanspreekpunt.inbox.Unread;

/**
 * The header fields of a message or part, unfolded, in order (RFC 5322, section 2.2).
 *
 * @param bodyFrom where the body begins
 * @param whole false when fields were skipped
 */
record HeaderFields(List<Field> fields, int bodyFrom, boolean whole) {
  /** {@code name} is in lower case; {@code value} unfolded, not decoded. */
  record Field(String name, String value) {}

  /** Reads up to the empty line, or the end. Fields beyond the budget are skipped. */
  static HeaderFields read(byte[] raw, int from, int to, Budget budget) {
    List<Field> fields = new ArrayList<>(16);
    int at = from;
    boolean fits = true;
    while (at < to && !isLineEnd(raw, at, to)) {
      int end = endOfField(raw, at, to);
      fits = fits && budget.field(end - at);
      if (fits) {
        add(fields, raw, at, end, budget);
      }
      at = end;
    }
    return new HeaderFields(fields, at < to ? endOfLine(raw, at, to) : to, fits);
  }

  private static boolean isLineEnd(byte[] raw, int at, int to) {
    return raw[at] == '\n' || (raw[at] == '\r' && at + 1 < to && raw[at + 1] == '\n');
  }

  private static int endOfLine(byte[] raw, int at, int to) {
    int i = at;
    while (i < to && raw[i] != '\n') {
      i++;
    }
    return Math.min(i + 1, to);
  }

  private static int endOfField(byte[] raw, int at, int to) {
    int end = endOfLine(raw, at, to);
    while (end < to && (raw[end] == ' ' || raw[end] == '\t')) {
      end = endOfLine(raw, end, to);
    }
    return end;
  }

  private static void add(List<Field> fields, byte[] raw, int from, int to, Budget budget) {
    int colon = from;
    while (colon < to && raw[colon] != ':' && raw[colon] != '\n') {
      colon++;
    }
    if (colon == to || raw[colon] != ':' || colon - from > 100) {
      return;
    }
    int end = Math.min(to, colon + 1 + Budget.LONGEST_FIELD);
    if (end < to) {
      budget.lacks(Unread.HEADERS);
    }
    String name = Charsets.guess(raw, from, colon).strip().toLowerCase(Locale.ROOT);
    String folded = Charsets.guess(raw, colon + 1, end);
    fields.add(new Field(name, unfold(folded).strip()));
  }

  private static String unfold(String value) {
    StringBuilder unfolded = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '\r' && c != '\n') {
        unfolded.append(c == '\t' || c < ' ' ? ' ' : c);
      }
    }
    return unfolded.toString();
  }

  /** Empty when there is none. */
  String first(String name) {
    for (Field field : fields) {
      if (field.name().equals(name)) {
        return field.value();
      }
    }
    return "";
  }

  List<String> all(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).map(Field::value).toList();
  }

  boolean has(String name) {
    return fields.stream().anyMatch(field -> field.name().equals(name));
  }

  /** Words of RFC 2047 decoded; at most {@code most} characters. */
  static String decoded(String value, int most, Budget budget) {
    String text = value.length() > 4 * most ? value.substring(0, 4 * most) : value;
    String clean = Texts.oneLine(EncodedWords.decoded(text, budget));
    return clean.length() > most ? clean.substring(0, most) : clean;
  }
}
