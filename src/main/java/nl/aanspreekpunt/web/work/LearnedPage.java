package nl.aanspreekpunt.web.work;

import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * What was learned, how well it does beside the keyword rules, and whether it is on.
 *
 * @param state in words
 * @param measured how well, in words; null while nothing was measured
 * @param better may be turned on
 * @param problem why nothing was done; null if nothing is wrong
 */
public record LearnedPage(
    Frame frame,
    String state,
    boolean on,
    String measured,
    boolean better,
    List<Row> rows,
    String problem)
    implements Page {
  public static final String PATH = "/werk/geleerd";

  /** One version; texts for a table. */
  public record Row(
      String version,
      String trained,
      int examples,
      int topics,
      int heldOut,
      int learnedRight,
      int keywordsRight,
      String hash) {}

  @Override
  public String template() {
    return "work/learned.jte";
  }
}
