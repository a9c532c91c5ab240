package nl.aanspreekpunt.web.council;

import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * The report to the council: one period beside those before it.
 *
 * @param until how far it goes: counted at which moment, and whether more may come
 * @param few what "too few to say" means here
 * @param heads of the columns, the period itself last
 * @param ways to other periods
 * @param file where the same is to be had as a table (CSV)
 */
public record CouncilPage(
    Frame frame,
    String until,
    String few,
    List<String> heads,
    List<Part> parts,
    List<Way> ways,
    String file)
    implements Page {
  public static final String WORK = "/werk/raad";
  public static final String PUBLIC = "/raad";

  /** A recommendation of the study. */
  public record Part(String title, List<Row> rows) {}

  /**
   * A figure.
   *
   * @param means what it is, exactly
   * @param cells one for each column, the period itself last
   * @param trend beside the period before, in a sentence
   * @param drawn the same as a line; null when there are too few figures for one
   */
  public record Row(String name, String means, List<Cell> cells, String trend, Drawn drawn) {}

  /**
   * @param over on how many it rests, in words; null: it is the count itself, or is not shown
   * @param shown it is a figure, not a word for why there is none
   */
  public record Cell(String value, String over, boolean shown) {}

  /** Another period. */
  public record Way(String words, String path) {}

  @Override
  public String template() {
    return "work/council.jte";
  }
}
