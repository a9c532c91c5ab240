package nl.aanspreekpunt.casework.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words of officials in one language with plain words for them, from {@code words/plain_nl.txt} and
 * {@code words/plain_en.txt}.
 */
final class PlainWords {
  private static final PlainWords DUTCH = new PlainWords("nl");
  private static final PlainWords ENGLISH = new PlainWords("en");
  private final Map<String, List<String>> plain = new LinkedHashMap<>();
  private final Pattern any;

  private PlainWords(String language) {
    String file = "/words/plain_" + language + ".txt";
    try (InputStream stream = PlainWords.class.getResourceAsStream(file)) {
      new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
    String all =
        plain.keySet().stream()
            .sorted(Comparator.comparingInt(word -> -word.length()))
            .map(word -> Pattern.quote(word).replace(" ", "\\E\\s+\\Q"))
            .collect(Collectors.joining("|"));
    any =
        Pattern.compile(
            "(?<![\\p{L}\\d-])(?:" + all + ")(?![\\p{L}\\d-])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private void add(String line) {
    String[] sides = line.split(" = ", 2);
    plain.put(sides[0].strip(), List.of(sides[1].strip().split(", *")));
  }

  static PlainWords in(String language) {
    return language.equals("en") ? ENGLISH : DUTCH;
  }

  Pattern any() {
    return any;
  }

  /** For words as they stand in a text, with a capital when those have one. */
  List<String> instead(String found) {
    List<String> words =
        plain.getOrDefault(found.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "), List.of());
    return Character.isUpperCase(found.codePointAt(0))
        ? words.stream().map(PlainWords::capital).toList()
        : words;
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** All plain words. */
  List<String> all() {
    return plain.values().stream().flatMap(List::stream).toList();
  }

  int size() {
    return plain.size();
  }
}
