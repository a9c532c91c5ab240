package nl.aanspreekpunt.casework.words;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.casework.Replying;

/**
 * How plain a text is: long sentences, words of officials with plain ones for them, and how easily
 * it reads. It only advises; nothing is sent anywhere to find it.
 *
 * <p>The measure is Flesch-Douma for Dutch: 206.835 - 0.93 x words a sentence - 77 x syllables a
 * word (W.H. Douma, De leesbaarheid van landbouwbladen, Wageningen 1960); for English Flesch's own:
 * 206.835 - 1.015 x words a sentence - 84.6 x syllables a word (R. Flesch, A new readability
 * yardstick, Journal of Applied Psychology 32, 1948). From 60 on most people read it with ease.
 *
 * @param score 0 to 100; -1 when there is too little to measure
 * @param marks in the order of the text
 */
public record PlainReading(int score, List<Mark> marks) {
  /** What is marked. */
  public enum Kind {
    LONG,
    WORD,
    PASSIVE
  }

  /**
   * @param at where {@code found} starts in the text, in characters
   * @param found as it stands there
   * @param sentence in which it stands
   * @param words in that sentence
   * @param instead plain words, the best first; empty when there are none
   */
  public record Mark(
      Kind kind, int at, String found, String sentence, int words, List<String> instead) {}

  /** Words of a sentence that is still easily read at once. */
  public static final int LONGEST_SENTENCE = 20;

  /** As many as anybody mends at once. */
  public static final int MOST = 20;

  /** From here on most people read it with ease. */
  public static final int EASY = 60;

  private static final int LEAST = 15;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’-]*");

  /** A sentence does not end after these. */
  private static final Pattern SHORTENED =
      Pattern.compile(
          "(?:^|[\\s(])(?:bijv|nr|dhr|mevr|mw|e\\.d|o\\.a|d\\.w\\.z|art|ca|evt|incl|excl|tel|t\\.a\\.v"
              + "|a\\.u\\.b|m\\.b\\.t|z\\.s\\.m|mr|mrs|ms|dr|no|e\\.g|i\\.e|st)\\.$",
          Pattern.CASE_INSENSITIVE);

  /** Characters in which each of those fits, with what stands before it. */
  private static final int LONGEST_SHORTENED = 12;

  private static final Pattern DUTCH_PASSIVE =
      Pattern.compile(
          "\\b(?:wordt|worden|werd|werden)\\b(?=[^.!?]{0,80}\\b(?:ge|be|ver|ont|her)\\p{L}{2,20}(?:d|t|en)\\b)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern ENGLISH_PASSIVE =
      Pattern.compile(
          "\\b(?:is|are|was|were|been|be)\\s+\\p{L}{3,20}ed\\b", Pattern.CASE_INSENSITIVE);

  private record Sentence(int at, String text, int words, int syllables) {}

  public PlainReading {
    marks = List.copyOf(marks);
  }

  /**
   * @param text of more than is ever sent, only the beginning is read
   * @param language {@code nl} or {@code en}
   */
  public static PlainReading of(String text, String language) {
    String whole = text.substring(0, Math.min(Replying.LONGEST, text.length()));
    List<Sentence> sentences = sentences(whole, language);
    PlainWords plain = PlainWords.in(language);
    List<Mark> marks = new ArrayList<>();
    for (Sentence one : sentences) {
      if (marks.size() >= MOST) {
        break;
      }
      mark(one, plain, language, marks);
    }
    return new PlainReading(
        score(sentences, language), marks.subList(0, Math.min(MOST, marks.size())));
  }

  private static void mark(Sentence one, PlainWords plain, String language, List<Mark> marks) {
    if (one.words() > LONGEST_SENTENCE) {
      marks.add(new Mark(Kind.LONG, one.at(), one.text(), one.text(), one.words(), List.of()));
    }
    Matcher words = plain.any().matcher(one.text());
    while (words.find()) {
      String found = words.group();
      marks.add(
          new Mark(
              Kind.WORD,
              one.at() + words.start(),
              found,
              one.text(),
              one.words(),
              plain.instead(found)));
    }
    Pattern passive = language.equals("en") ? ENGLISH_PASSIVE : DUTCH_PASSIVE;
    passive
        .matcher(one.text())
        .results()
        .limit(1)
        .map(
            it ->
                new Mark(
                    Kind.PASSIVE,
                    one.at() + it.start(),
                    it.group(),
                    one.text(),
                    one.words(),
                    List.of()))
        .forEach(marks::add);
  }

  private static int score(List<Sentence> sentences, String language) {
    int words = sentences.stream().mapToInt(Sentence::words).sum();
    if (words < LEAST) {
      return -1;
    }
    double length = (double) words / sentences.size();
    double syllables = (double) sentences.stream().mapToInt(Sentence::syllables).sum() / words;
    double score =
        language.equals("en")
            ? 206.835 - 1.015 * length - 84.6 * syllables
            : 206.835 - 0.93 * length - 77 * syllables;
    return (int) Math.round(Math.max(0, Math.min(100, score)));
  }

  /** Those with words in them; a line of its own is a sentence of its own. */
  private static List<Sentence> sentences(String text, String language) {
    List<Sentence> all = new ArrayList<>();
    int at = 0;
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
    for (String line : text.split("\n", -1)) {
      breaks.setText(line);
      int start = 0;
      for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
        boolean last = end == line.length();
        if (last || !shortened(line, start, end)) {
          add(all, at + start, line.substring(start, end), language);
          start = end;
        }
      }
      at += line.length() + 1;
    }
    return all;
  }

  /** Looks at its last word only, so that a text of nothing but short forms is read once. */
  static boolean shortened(CharSequence line, int start, int end) {
    int last = end;
    while (last > start && Character.isWhitespace(line.charAt(last - 1))) {
      last--;
    }
    return SHORTENED.matcher(line).region(Math.max(start, last - LONGEST_SHORTENED), last).find();
  }

  private static void add(List<Sentence> all, int at, String text, String language) {
    List<String> words = WORD.matcher(text).results().map(MatchResult::group).toList();
    if (!words.isEmpty()) {
      int syllables = words.stream().mapToInt(word -> Syllables.in(word, language)).sum();
      all.add(new Sentence(at, text.stripTrailing(), words.size(), syllables));
    }
  }

  /** The text with other words in the place of a mark; the same when that is not there any more. */
  public static String taking(String text, int at, String found, String instead) {
    boolean there = at >= 0 && at + found.length() <= text.length() && text.startsWith(found, at);
    return there ? text.substring(0, at) + instead + text.substring(at + found.length()) : text;
  }
}
