package nl.aanspreekpunt.web.work.atwork;

import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.texting.SmsNote;

/**
 * An answer as the citizen will get it.
 *
 * @param part as a part of the case page; else a page of its own
 */
public record PreviewPage(Frame frame, String number, Said said, boolean part) implements Page {
  /**
   * @param refused why it cannot be sent, in words; null when it can
   * @param way what stands before whom it goes to, in words
   * @param to address or number
   * @param from the name that it comes from; null for a text message
   * @param subject null for a text message
   * @param sms the text message; null for a letter
   * @param note what that comes to; null for a letter
   */
  public record Said(
      String refused,
      String way,
      String to,
      String from,
      String subject,
      String sms,
      SmsNote note) {
    public static Said not(String refused) {
      return new Said(refused, null, null, null, null, null, null);
    }
  }

  @Override
  public String template() {
    return part ? "work/atwork/preview.jte" : "work/atwork/previewpage.jte";
  }

  /** Where the letter stands by itself. */
  public String letter() {
    return "/werk/vragen/" + number + "/brief";
  }
}
