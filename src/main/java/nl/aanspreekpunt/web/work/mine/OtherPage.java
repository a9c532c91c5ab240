package nl.aanspreekpunt.web.work.mine;

import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * How citizens see somebody, for who leads their team, with a way back.
 *
 * @param official id
 * @param name of that official
 * @param since since when and by whom, in words; null when it is as the directory says
 */
public record OtherPage(
    Frame frame, String official, String name, List<MinePage.Seen> seen, String since)
    implements Page {
  @Override
  public String template() {
    return "work/mine/other.jte";
  }
}
