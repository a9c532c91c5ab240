package nl.aanspreekpunt.web.work.writing;

import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * The answers of a case that wait, for a page that counts.
 *
 * @param counted one was being counted: when none waits, it was sent or came back
 */
public record HeldPage(Frame frame, WritingPart writing, boolean counted) implements Page {
  @Override
  public String template() {
    return "work/writing/held.jte";
  }
}
