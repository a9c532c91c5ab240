package nl.aanspreekpunt.web.work.moving;

import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * What citizens were told when their questions moved.
 *
 * @param back path of what moved
 * @param which which of them these are, in words; null when these are all
 * @param earlier path of those before; null when there are none
 * @param later path of those after; null when there are none
 */
public record ToldPage(
    Frame frame,
    Steps steps,
    String back,
    List<Row> rows,
    String which,
    String earlier,
    String later)
    implements Page {
  static final int SHOWN = 25;

  /**
   * One question.
   *
   * @param citizen null: not for this reader
   * @param who whose it is now
   * @param how what the citizen was told, by which channel, and whether it arrived
   * @param lost somebody should look
   */
  public record Row(
      String number, String subject, String citizen, String who, String how, boolean lost) {}

  @Override
  public String template() {
    return "work/moving/told.jte";
  }
}
