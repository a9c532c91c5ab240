package nl.aanspreekpunt.web.work;

import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * What moves when an official leaves, and to whom.
 *
 * @param marked whether they were marked as departed
 * @param more whether there is more than is shown; it goes as proposed
 */
public record DeparturePage(
    Frame frame, String official, String name, boolean marked, List<Item> items, boolean more)
    implements Page {
  /**
   * @param why why this colleague is proposed
   */
  public record Item(String number, String subject, String why, List<Choice> colleagues) {}

  @Override
  public String template() {
    return "work/departure.jte";
  }

  public String path(String act) {
    return "/werk/team/vertrek/" + official + "/" + act;
  }
}
