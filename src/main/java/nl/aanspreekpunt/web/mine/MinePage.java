package nl.aanspreekpunt.web.mine;

import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.follow.Glance;

/**
 * All questions of who has shown that an address is theirs.
 *
 * @param who the address or number, as people write it
 * @param more how many are shown, when there are more; 0: these are all
 */
public record MinePage(Frame frame, String who, List<Glance> questions, int more) implements Page {
  @Override
  public String template() {
    return "page/mine/list.jte";
  }
}
