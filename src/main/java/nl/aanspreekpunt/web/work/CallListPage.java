package nl.aanspreekpunt.web.work;

import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * Whom to call, in the order of the moments proposed; and what became of the requests that this
 * official or clerk took.
 *
 * @param next where the calls are that come later; null when these are all
 */
public record CallListPage(Frame frame, List<TodayPage.Item> items, String next, List<Taken> taken)
    implements Page {
  /**
   * A request that somebody took: its state alone.
   *
   * @param id promise id
   * @param state how it stands, in words
   */
  public record Taken(String id, String number, String state, boolean open) {}

  @Override
  public String template() {
    return "work/calls.jte";
  }
}
