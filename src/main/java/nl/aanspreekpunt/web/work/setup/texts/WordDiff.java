package nl.aanspreekpunt.web.work.setup.texts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was put in another's place, in whole words. */
public final class WordDiff {
  /** What became of some words. */
  public enum Kind {
    SAME,
    GONE,
    NEW
  }

  /** Words, with their spaces. */
  public record Piece(Kind kind, String text) {}

  private WordDiff() {}

  static List<Piece> of(String before, String after) {
    List<String> old = words(before);
    List<String> now = words(after);
    int[][] same = longestSame(old, now);
    List<Piece> pieces = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        add(pieces, Kind.SAME, old.get(i++));
        j++;
      } else if (i < old.size() && (j == now.size() || same[i + 1][j] >= same[i][j + 1])) {
        add(pieces, Kind.GONE, old.get(i++));
      } else {
        add(pieces, Kind.NEW, now.get(j++));
      }
    }
    return Collections.unmodifiableList(pieces);
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }

  /** How many words the rest of both have in common, from each place on. */
  private static int[][] longestSame(List<String> old, List<String> now) {
    int[][] same = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        same[i][j] =
            old.get(i).equals(now.get(j))
                ? same[i + 1][j + 1] + 1
                : Math.max(same[i + 1][j], same[i][j + 1]);
      }
    }
    return same;
  }

  private static void add(List<Piece> pieces, Kind kind, String word) {
    int last = pieces.size() - 1;
    if (last >= 0 && pieces.get(last).kind() == kind) {
      pieces.set(last, new Piece(kind, pieces.get(last).text() + " " + word));
    } else {
      pieces.add(new Piece(kind, word));
    }
  }
}
