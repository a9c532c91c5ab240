package nl.aanspreekpunt.web.work;

import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * Officials as a table: given in, seen, carried out.
 *
 * @param seen what a table would bring about; null while none was given in
 * @param going how far it is; null before it was confirmed
 * @param problem why nothing was done; null if nothing is wrong
 */
public record OfficialsPage(Frame frame, Seen seen, Going going, String problem) implements Page {
  public static final String PATH = "/werk/gids/mensen";
  public static final String TABLE = PATH + "/ambtenaren.csv";

  /**
   * What a table would bring about, a sentence each.
   *
   * @param id under which it is kept; null when it cannot be carried out
   */
  public record Seen(
      String id,
      List<String> mistakes,
      List<String> added,
      List<String> changes,
      List<String> leaving,
      List<String> returning,
      List<String> administrators) {}

  /** How many of how many steps were taken. */
  public record Going(String id, int done, int steps, boolean ended) {}

  @Override
  public String template() {
    return "work/officials.jte";
  }

  /** Nothing is wrong, and nothing would change. */
  public boolean same() {
    return seen.mistakes().isEmpty() && seen.id() == null;
  }
}
