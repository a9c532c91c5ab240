package nl.aanspreekpunt.web.work.team;

import java.util.List;

/**
 * How a team stands now: figures, each with the way to the cases behind it, and two charts with the
 * same figures in a table.
 *
 * @param seen the pulses when it was made
 * @param counted until when promises were counted, in words
 */
public record TeamNow(long seen, List<Tile> tiles, Load load, Kept kept, String counted) {
  public static final String LIST = "/werk/team/lijst/";

  /**
   * @param id what it is about, for the page
   * @param figure in words
   * @param path where the cases behind it are
   * @param pressing somebody should look
   */
  public record Tile(String id, String label, String figure, String path, boolean pressing) {}

  /**
   * What each has open, beside how much is a full load.
   *
   * @param title what it shows, in words
   * @param scale open cases at the right edge
   */
  public record Load(String title, int scale, List<Bar> bars) {
    public static final int WIDTH = 320;
    static final int ROW = 34;
    private static final int BAR = 12;

    public int height() {
      return bars.size() * ROW + 2;
    }

    public int y(int row) {
      return row * ROW;
    }

    public int bar() {
      return BAR;
    }

    /** In the chart's own measure. */
    public int wide(long cases) {
      return (int) Math.round((double) cases / scale * WIDTH);
    }
  }

  /**
   * @param room in words: how much is left, or how much too much
   * @param path their open cases
   */
  public record Bar(
      String id, String name, long open, int capacity, boolean over, String room, String path) {}

  /**
   * Promises that were due, by day.
   *
   * @param title what it shows, in words
   */
  public record Kept(String title, int scale, List<Due> days) {
    public static final int WIDTH = 320;
    public static final int HEIGHT = 140;
    public static final int FLOOR = 116;
    private static final int TOP = 8;

    public int step() {
      return WIDTH / Math.max(1, days.size());
    }

    public int x(int day) {
      return day * step() + step() / 5;
    }

    public int middle(int day) {
      return day * step() + step() / 2;
    }

    public int wide() {
      return step() * 3 / 5;
    }

    /** In the chart's own measure. */
    public int high(int promises) {
      return (int) Math.round((double) promises / scale * (FLOOR - TOP));
    }
  }

  /**
   * @param day in words, {@code brief} in two letters
   */
  public record Due(String day, String brief, int kept, int late) {}
}
