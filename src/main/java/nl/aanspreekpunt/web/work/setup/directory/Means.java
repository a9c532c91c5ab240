package nl.aanspreekpunt.web.work.setup.directory;

import java.util.ArrayList;
import java.util.List;

/**
 * What something in the directory comes to, in words.
 *
 * @param title what the lines are about
 * @param whole also what stays as it is says something, so that all of it is shown before a change
 */
public record Means(String title, List<Line> lines, boolean whole) {
  /**
   * @param head what a line of a table is about; null in a list
   */
  public record Line(String head, String text) {}

  public Means {
    lines = List.copyOf(lines);
  }

  static Means of(String title, List<String> lines) {
    return new Means(title, lines.stream().map(line -> new Line(null, line)).toList(), false);
  }

  static Means whole(String title, List<String> lines) {
    return new Means(title, of(title, lines).lines(), true);
  }

  public boolean table() {
    return !lines.isEmpty() && lines.get(0).head() != null;
  }

  /** What a change would make otherwise, and what is whole. */
  static List<Means> changed(List<Means> now, List<Means> then) {
    List<Line> same = now.stream().flatMap(one -> one.lines().stream()).toList();
    List<Means> changed = new ArrayList<>();
    for (Means one : then) {
      List<Line> other = one.lines().stream().filter(line -> !same.contains(line)).toList();
      if (one.whole() || !other.isEmpty()) {
        changed.add(one.whole() ? one : new Means(one.title(), other, false));
      }
    }
    return changed;
  }
}
