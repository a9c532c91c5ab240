package nl.aanspreekpunt.web.council;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How a figure went, as a line from zero up. What it shows is said in words beside it.
 *
 * @param lines unbroken stretches, as SVG points; where a period has no figure the line is broken
 * @param running the stretch to a period that runs, of which more comes; null: none
 * @param dots one for each figure, the latest last
 * @param says all figures it draws, in words
 */
public record Drawn(List<String> lines, String running, List<Dot> dots, String says) {
  public static final int WIDTH = 120;
  public static final int HEIGHT = 36;
  private static final int EDGE = 4;
  private static final int FEWEST = 2;

  /**
   * @param open the period runs: more comes
   */
  public record Dot(String x, String y, boolean open) {}

  /**
   * A figure to draw.
   *
   * @param at which period, counted from any other as long
   * @param grows more may come, and only more
   * @param says it, in words
   */
  public record Point(int at, double value, boolean grows, String says) {}

  /**
   * Null when there are too few to see how it goes.
   *
   * @param top what stands at the top; the highest figure when that is more
   */
  public static Drawn of(List<Point> points, double top) {
    if (points.size() < FEWEST) {
      return null;
    }
    int first = points.get(0).at();
    int last = points.get(points.size() - 1).at();
    double most = points.stream().mapToDouble(Point::value).reduce(top, Math::max);
    List<Dot> dots = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    List<String> stretch = new ArrayList<>();
    String running = null;
    Point before = null;
    for (Point one : points) {
      Dot dot = dot(one, first, last, most);
      boolean next = before != null && one.at() == before.at() + 1;
      if (next && one.grows()) {
        running = place(dots.get(dots.size() - 1)) + " " + place(dot);
      }
      if (!next || one.grows()) {
        line(stretch, lines);
      }
      stretch.add(place(dot));
      dots.add(dot);
      before = one;
    }
    line(stretch, lines);
    return new Drawn(
        lines, running, dots, points.stream().map(Point::says).collect(Collectors.joining(". ")));
  }

  private static void line(List<String> stretch, List<String> lines) {
    if (stretch.size() > 1) {
      lines.add(String.join(" ", stretch));
    }
    stretch.clear();
  }

  private static Dot dot(Point one, int first, int last, double most) {
    double x = EDGE + (double) (one.at() - first) / (last - first) * (WIDTH - 2 * EDGE);
    double y = HEIGHT - EDGE - (most == 0 ? 0 : one.value() / most) * (HEIGHT - 2 * EDGE);
    return new Dot(number(x), number(y), one.grows());
  }

  private static String place(Dot dot) {
    return dot.x() + "," + dot.y();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
