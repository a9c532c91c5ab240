package nl.aanspreekpunt.web.work;

import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * Many cases to others at once: which, to whom, and how far it is.
 *
 * @param items what would move; null while nothing was asked, and once it was begun
 * @param cases how many that are in all
 * @param going how far it is; null before it was begun
 * @param problem why nothing was done; null if nothing is wrong
 */
public record DistributePage(
    Frame frame,
    Choices choices,
    Form asked,
    List<Item> items,
    int cases,
    Going going,
    String problem)
    implements Page {
  public static final String PATH = "/werk/team/verdelen";
  static final int SHOWN = 100;

  /** A case, and from whom to whom it would go. */
  public record Item(String number, String subject, String from, String to) {}

  /** How many of how many were seen to. */
  public record Going(String id, int seenTo, int cases, boolean running, boolean ended) {}

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
