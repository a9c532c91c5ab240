package nl.aanspreekpunt.web.work;

import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * What somebody who leaves has open, with what each successor must know.
 *
 * @param lead from when they do not work here and how much goes to whom, in words
 * @param items some of what moves, oldest first
 * @param from which item is the first of these, counted from 0
 * @param all how many questions move in all
 * @param problem why nothing was kept; null if nothing is wrong
 */
public record LeavingPage(
    Frame frame, String lead, List<Item> items, int from, int all, String problem) implements Page {
  static final String PATH = "/werk/vertrek";

  /**
   * @param to who gets it, in words
   */
  public record Item(String number, String subject, String to, NoteField note) {}

  @Override
  public String template() {
    return "work/leaving.jte";
  }

  /** Path of the items before these; null when there are none. */
  public String earlier() {
    return from == 0 ? null : PATH + "?vanaf=" + Math.max(0, from - DeparturePage.SHOWN);
  }

  /** Path of the items after these; null when there are none. */
  public String later() {
    int next = from + items.size();
    return next < all ? PATH + "?vanaf=" + next : null;
  }

  public String which() {
    return frame.say("departure.which", from + 1, from + items.size(), all);
  }
}
