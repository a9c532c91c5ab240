package nl.aanspreekpunt.web.work.desk;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * What became of the contacts that a clerk took today: how each stands and with whom it is, and
 * nothing that was written in it since.
 *
 * @param more whether there are more than are shown
 */
public record BecamePage(Frame frame, List<Row> rows, boolean more) implements Page {
  /**
   * One contact.
   *
   * @param path where it was taken
   * @param who as the clerk put them down; may be empty
   * @param number of the case; null while it is being placed
   * @param states how it stands, in words; the first is with whom it is
   * @param late something was promised and is late
   */
  public record Row(
      String path,
      Instant at,
      String when,
      String who,
      String number,
      List<String> states,
      boolean late) {}

  @Override
  public String template() {
    return "work/desk/became.jte";
  }
}
