package nl.aanspreekpunt.web.work.team;

import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.TeamPage;

/**
 * The cases behind one figure of a team.
 *
 * @param which which of them these are, in words; null when these are all
 * @param earlier path of those before; null when there are none
 * @param later path of those after; null when there are none
 */
public record TeamListPage(
    Frame frame, String lead, List<TeamPage.Row> rows, String which, String earlier, String later)
    implements Page {
  static final int SHOWN = 25;

  @Override
  public String template() {
    return "work/team/list.jte";
  }
}
