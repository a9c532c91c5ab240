package nl.aanspreekpunt.web.work.setup.directory;

import java.util.ArrayList;
import java.util.List;

/**
 * What something in the directory comes to, in words.
 *
 * @param title what the lines are about
 * @param before what of it is shown before a change
 */
public record Means(String title, List<Line> lines, Before before) {
  enum Before {
    /** What it changes. */
    CHANGED,
    /** All of it, when it changes any. */
    WHOLE,
    /** All of it: also what stays as it is says something. */
    ALWAYS
  }

  /**
   * @param head what a line of a table is about; null in a list
   */
  public record Line(String head, String text) {}

  public Means {
    lines = List.copyOf(lines);
  }

  static Means of(String title, List<String> lines, Before before) {
    return new Means(title, lines.stream().map(line -> new Line(null, line)).toList(), before);
  }

  public boolean table() {
    return !lines.isEmpty() && lines.get(0).head() != null;
  }

  /** What to show before a change. */
  static List<Means> changed(List<Means> now, List<Means> then) {
    List<Line> same = now.stream().flatMap(one -> one.lines().stream()).toList();
    List<Means> changed = new ArrayList<>();
    for (Means one : then) {
      List<Line> other = one.lines().stream().filter(line -> !same.contains(line)).toList();
      if (one.before() == Before.ALWAYS || !other.isEmpty()) {
        changed.add(
            one.before() == Before.CHANGED ? new Means(one.title(), other, one.before()) : one);
      }
    }
    return changed;
  }
}
