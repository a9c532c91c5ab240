package nl.aanspreekpunt.web.work;

import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.moving.Steps;

/**
 * Many cases to others at once: which, to whom, and how far it is.
 *
 * @param begun those of this reader that were begun, newest first, by path
 * @param items what would move; null while nothing was asked, and once it was begun
 * @param cases how many that are in all
 * @param shares how many each colleague would get, in words; null while nothing is to be confirmed
 * @param columns official ids that the board has a column for, with a space between
 * @param going how far it is; null before it was begun
 * @param problem why nothing was done; null if nothing is wrong
 */
public record DistributePage(
    Frame frame,
    Steps steps,
    Choices choices,
    List<Choice> begun,
    Form asked,
    List<Item> items,
    int cases,
    List<String> shares,
    String columns,
    Going going,
    String problem)
    implements Page {
  public static final String PATH = "/werk/team/verdelen";
  static final int SHOWN = 100;

  /**
   * A case, from whom and to whom it would go, and why.
   *
   * @param chosen official id of who gets it
   */
  public record Item(
      String number,
      String subject,
      String from,
      String to,
      String chosen,
      String why,
      List<Choice> colleagues) {}

  /**
   * How many of how many were seen to.
   *
   * @param undo it can be taken back
   * @param takesBack it takes back another
   */
  public record Going(
      String id,
      int seenTo,
      int cases,
      boolean running,
      boolean ended,
      boolean undo,
      boolean takesBack) {}

  /** What can be chosen. */
  public record Choices(
      List<Choice> whose, List<Choice> topics, List<Choice> neighbourhoods, List<Choice> to) {}

  @Override
  public String template() {
    return "work/distribute.jte";
  }

  /** What was asked in a field of the form. */
  public String asked(String field) {
    return asked.get(field);
  }

  public String more() {
    return cases > items.size() ? frame.say("distribute.more", items.size(), cases) : null;
  }
}
