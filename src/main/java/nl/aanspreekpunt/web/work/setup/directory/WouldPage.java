package nl.aanspreekpunt.web.work.setup.directory;

import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.GuidePage;

/**
 * What a change would come to, before it is applied.
 *
 * @param action where it is sent to, to be applied or filled in again
 * @param lines what would change
 * @param stay how many open questions stay with who has them, though their topic goes to another
 *     team
 * @param typed the form as it was filled in, to be sent along
 * @param again whether there is a form to go back to
 * @param above what is wrong; then it cannot be applied
 * @param means what it would come to, with examples
 * @param note what else is to be known before it is applied; null: nothing
 */
public record WouldPage(
    Frame frame,
    String title,
    String back,
    String list,
    String action,
    List<String> lines,
    GuidePage.Moves moves,
    int stay,
    Map<String, String> typed,
    boolean again,
    List<String> above,
    List<Means> means,
    String note)
    implements Page {
  @Override
  public String template() {
    return "work/setup/directory/would.jte";
  }
}
