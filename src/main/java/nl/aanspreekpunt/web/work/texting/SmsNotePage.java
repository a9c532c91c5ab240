package nl.aanspreekpunt.web.work.texting;

import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * The part of the reply form that says what the text message being written comes to.
 *
 * @param note null when it goes another way, or there is nothing to send yet
 */
public record SmsNotePage(Frame frame, SmsNote note) implements Page {
  @Override
  public String template() {
    return "work/texting/notepage.jte";
  }
}
