package nl.aanspreekpunt.web.figures;

import java.util.List;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.council.Drawn;

/**
 * The figures over time of a period.
 *
 * @param choose what can be chosen
 * @param problem why nothing is shown; null if nothing is wrong
 * @param shown null when nothing is
 */
public record FiguresPage(Frame frame, Choose choose, String problem, Figures shown)
    implements Page {
  public static final String PATH = "/werk/cijfers";

  /**
   * @param first own period: its first day and its last
   */
  public record Choose(
      List<Choice> periods,
      String first,
      String last,
      List<Choice> teams,
      List<Choice> topics,
      List<Choice> neighbourhoods) {}

  /**
   * @param period in words; {@code of} whose, in words
   * @param counted until when, in words
   * @param few what is not shown, in words
   * @param tiles each figure
   * @param heads names of the figures in {@code parts} and {@code groups}
   * @param file where the same is to be had as a table (CSV)
   */
  public record Figures(
      String period,
      String of,
      String counted,
      String few,
      List<Tile> tiles,
      List<String> heads,
      List<Chart> charts,
      List<Row> parts,
      Channels channels,
      Week week,
      List<Groups> groups,
      List<Way> ways,
      String file) {}

  /**
   * @param value in words, {@code over} on how many it rests; null: it is not shown
   * @param means what it is, exactly
   */
  public record Tile(String name, String value, String over, String means) {}

  /** How a figure went; {@code title} says it in words. */
  public record Chart(String title, Drawn drawn) {}

  /**
   * @param path of its own figures; null: there are none
   */
  public record Row(String name, String path, List<Cell> cells) {}

  public record Cell(String value, boolean shown) {}

  /** By team, topic or neighbourhood. */
  public record Groups(String id, String title, String head, List<Row> rows) {}

  public record Channels(String title, List<Bar> bars) {
    public static final int WIDTH = 320;
    private static final int ROW = 34;

    public int height() {
      return bars.size() * ROW + 2;
    }

    public int y(int row) {
      return row * ROW;
    }
  }

  /**
   * @param wide in the chart's own measure
   */
  public record Bar(String name, String messages, String share, int wide) {}

  /**
   * When citizens write.
   *
   * @param days their names, Monday first
   */
  public record Week(String title, List<String> days, List<Hour> hours) {}

  public record Hour(String name, List<Shade> shades) {}

  /**
   * @param level from 0 to 4
   */
  public record Shade(long messages, int level) {
    /** Each in full: what no page names is not sent. */
    private static final List<String> SHADES =
        List.of("week__0", "week__1", "week__2", "week__3", "week__4");

    public String look() {
      return SHADES.get(level);
    }
  }

  public record Way(String words, String path) {}

  /** Whether there are figures for this official. */
  public static boolean reads(Viewer viewer) {
    return viewer.is(Role.COORDINATOR) || FiguresAsked.readsAll(viewer);
  }

  @Override
  public String template() {
    return "work/figures/figures.jte";
  }
}
