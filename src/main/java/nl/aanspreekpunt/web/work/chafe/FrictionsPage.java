package nl.aanspreekpunt.web.work.chafe;

import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * What was reported to chafe, latest change first.
 *
 * @param states to narrow the list to
 * @param next path of the page after this one; null on the last
 */
public record FrictionsPage(Frame frame, List<Choice> states, List<Row> rows, String next)
    implements Page {
  public static final String PATH = "/werk/knelpunten";

  /**
   * One of them.
   *
   * @param state in words, and since when
   * @param owner who answers and by when, in words; null when nothing is owed any more
   */
  public record Row(String id, String rule, String what, String state, String owner) {}

  @Override
  public String template() {
    return "work/chafe/list.jte";
  }
}
