package nl.aanspreekpunt.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Arrival;
import nl.aanspreekpunt.official.Touch;

/**
 * Plain words of anger or despair, of not wanting to live any more, and words that doubt an answer,
 * in what a citizen wrote themselves, Dutch or English. The lists are files: {@code
 * words/upset.txt}, {@code words/despair.txt} and {@code words/doubt.txt}. They propose a talk and
 * decide nothing.
 */
final class FeltWords {
  private static final int MOST_CHARACTERS = 5_000;

  /** Of each kind: more explain nothing more. */
  private static final int MOST = 5;

  /** How far before a phrase a word turns it round: "ik ben niet boos". */
  private static final int REACH = 2;

  private static final Set<String> NOT =
      Set.of("niet", "geen", "nooit", "not", "never", "no", "don't", "dont");
  private static final Map<String, List<Phrase>> UPSET = read("upset");
  private static final Map<String, List<Phrase>> DESPAIR = read("despair");
  private static final Map<String, List<Phrase>> DOUBT = read("doubt");

  private FeltWords() {}

  private static Map<String, List<Phrase>> read(String list) {
    String name = "/words/" + list + ".txt";
    try (InputStream stream = FeltWords.class.getResourceAsStream(name)) {
      String all = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Phrase.byFirstWord(
          all.lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .collect(Collectors.joining("\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /**
   * @param text all that was written; what is quoted in it is not read
   * @param touches what it does to principles
   */
  static Arrival.Heard in(String text, List<Touch> touches) {
    String all = OwnWords.of(text.substring(0, Math.min(MOST_CHARACTERS, text.length())));
    List<Word> words = Word.of(all);
    return new Arrival.Heard(
        found(DOUBT, words, all), found(UPSET, words, all), found(DESPAIR, words, all), touches);
  }

  private static List<String> found(
      Map<String, List<Phrase>> phrases, List<Word> words, String all) {
    List<String> found = new ArrayList<>();
    for (int at = 0; at < words.size() && found.size() < MOST; at++) {
      for (Phrase phrase : phrases.getOrDefault(words.get(at).text(), List.of())) {
        int end = phrase.endIn(words, at);
        if (end > at && !turned(words, at)) {
          String as = all.substring(words.get(at).start(), words.get(end - 1).end());
          found.add(as.replaceAll("\\s+", " "));
          at = end - 1;
          break;
        }
      }
    }
    return found.stream().distinct().toList();
  }

  private static boolean turned(List<Word> words, int at) {
    for (int i = Math.max(0, at - REACH); i < at; i++) {
      if (words.get(i).clause() == words.get(at).clause() && NOT.contains(words.get(i).text())) {
        return true;
      }
    }
    return false;
  }
}
