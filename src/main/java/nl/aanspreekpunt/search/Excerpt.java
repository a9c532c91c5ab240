package nl.aanspreekpunt.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A few words round those that were found.
 *
 * @param parts in their order
 */
public record Excerpt(List<Part> parts) {
  private static final int AROUND = 60;
  private static final int LONGEST = 220;

  /**
   * @param found it is a word that was looked for
   */
  public record Part(String text, boolean found) {}

  /** Null when none of the words is in it. */
  static Excerpt of(String text, Sought sought, Words words) {
    List<Words.Word> found = found(words.in(text), sought, words);
    if (found.isEmpty()) {
      return null;
    }
    int start = wordStart(text, Math.max(0, found.get(0).from() - AROUND));
    int end = wordEnd(text, Math.min(text.length(), start + LONGEST));
    List<Part> parts = new ArrayList<>();
    int at = start;
    if (start > 0) {
      parts.add(new Part("… ", false));
    }
    for (Words.Word word : found) {
      if (word.from() >= at && word.to() <= end) {
        add(parts, text.substring(at, word.from()), false);
        add(parts, text.substring(word.from(), word.to()), true);
        at = word.to();
      }
    }
    add(parts, text.substring(at, end), false);
    if (end < text.length()) {
      parts.add(new Part(" …", false));
    }
    return new Excerpt(parts);
  }

  /** The first one, and those that may be shown with it. */
  private static List<Words.Word> found(List<Words.Word> all, Sought sought, Words words) {
    List<Words.Word> found = new ArrayList<>();
    for (Words.Word word : all) {
      if (!found.isEmpty() && word.from() > found.get(0).from() + LONGEST) {
        break;
      }
      if (sought.has(word.plain(), words)) {
        found.add(word);
      }
    }
    return found;
  }

  private static void add(List<Part> parts, String text, boolean found) {
    if (!text.isEmpty()) {
      parts.add(new Part(text.replaceAll("\\s+", " "), found));
    }
  }

  private static int wordStart(String text, int at) {
    int start = at;
    while (start > 0 && start < text.length() && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return at - start > AROUND ? at : start;
  }

  private static int wordEnd(String text, int at) {
    int end = at;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end - at > AROUND ? at : end;
  }
}
