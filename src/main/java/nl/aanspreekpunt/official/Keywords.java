package nl.aanspreekpunt.official;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds known words and phrases in a text: whole words, whatever their capitals and accents. One
 * pass over the words of the text, whatever the number of phrases; at each place the longest phrase
 * counts.
 *
 * @param <T> what a phrase stands for
 */
final class Keywords<T> {
  /** The question stands in the first pages; what follows is quoted or attached. */
  private static final int LONGEST_TEXT = 20_000;

  private static final class Node<T> {
    private final Map<String, Node<T>> next = new HashMap<>();
    private final Set<T> meanings = new LinkedHashSet<>();
    private String phrase;
  }

  /** A phrase that stands in the text. */
  record Found<T>(String phrase, Collection<T> meanings) {}

  private final Node<T> root = new Node<>();

  void add(String phrase, T meaning) {
    Node<T> node = root;
    for (String word : words(phrase)) {
      node = node.next.computeIfAbsent(word, unused -> new Node<>());
    }
    if (node != root) {
      node.phrase = phrase;
      node.meanings.add(meaning);
    }
  }

  List<Found<T>> in(String text) {
    List<String> words =
        words(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
    List<Found<T>> found = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      Node<T> longest = null;
      int end = at;
      Node<T> node = root.next.get(words.get(at));
      for (int next = at + 1; node != null; next++) {
        if (!node.meanings.isEmpty()) {
          longest = node;
          end = next - 1;
        }
        node = next < words.size() ? node.next.get(words.get(next)) : null;
      }
      if (longest != null) {
        found.add(new Found<>(longest.phrase, longest.meanings));
        at = end;
      }
    }
    return found;
  }

  private static List<String> words(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        word.append(Character.toLowerCase(c));
      } else if (Character.getType(c) != Character.NON_SPACING_MARK && !word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }
}
