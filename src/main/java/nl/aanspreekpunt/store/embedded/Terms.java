package nl.aanspreekpunt.store.embedded;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What is asked of the list that a {@link TermIndex} is on, held against a document's bytes: a list
 * has hundreds of terms, and a search looks at each document that it shows.
 *
 * @param groups of each one must be there, in UTF-8
 */
record Terms(List<List<byte[]>> groups) {
  static Terms of(Conditions conditions) {
    return new Terms(
        conditions.among(TermIndex.TERMS).stream()
            .filter(group -> group.stream().allMatch(String.class::isInstance))
            .map(group -> group.stream().map(Terms::bytes).toList())
            .toList());
  }

  private static byte[] bytes(Object text) {
    return ((String) text).getBytes(StandardCharsets.UTF_8);
  }

  boolean in(StoredDocument document) {
    return groups.stream().allMatch(group -> document.holds(TermIndex.TERMS, group));
  }
}
