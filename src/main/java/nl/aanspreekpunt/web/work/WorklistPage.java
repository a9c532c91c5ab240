package nl.aanspreekpunt.web.work;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * What is not certainly from who it says, or not certainly where it belongs; what was learned.
 *
 * @param spam whether this viewer reads what may be spam
 */
public record WorklistPage(Frame frame, List<Item> items, List<Learned> lessons, boolean spam)
    implements Page {
  /**
   * @param why it is doubted, in words
   * @param suggested number of the case it may belong to; null if none
   * @param acts whether this viewer may say where it belongs
   */
  public record Item(
      String number,
      String subject,
      String citizen,
      String who,
      String why,
      String suggested,
      boolean acts) {}

  /**
   * @param id null when it was taken back
   * @param says what was taught, in words
   * @param sender whose messages it is about; null for words
   * @param about number of the case in which it was taught
   */
  public record Learned(String id, String says, String sender, String about, Instant at) {}

  @Override
  public String template() {
    return "work/worklist.jte";
  }
}
