package nl.aanspreekpunt.web.work.spam;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * What a filter calls spam, until somebody calls it a question.
 *
 * @param waiting the oldest first
 * @param spam what somebody called spam, and is still here
 */
public record SpamPage(Frame frame, List<Item> waiting, List<Item> spam) implements Page {
  /**
   * @param sender the address; never only the name that it gave
   * @param name null when it gave none
   * @param warning on a name that is not the address's; null when nothing is wrong with it
   * @param goes when it is thrown away; null while it waits
   */
  public record Item(
      String id,
      String sender,
      String name,
      String warning,
      String subject,
      String words,
      String mark,
      Instant at,
      Instant goes) {}

  @Override
  public String template() {
    return "work/spam.jte";
  }
}
