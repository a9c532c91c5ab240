package nl.aanspreekpunt.web.work.calling;

import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * It does not suit who is to be called, by their own words: called all the same, or not.
 *
 * @param number of the case
 * @param promise that is called about
 * @param citizen who is to be called
 * @param preferred when it suits, in their words
 */
public record UnsuitedPage(
    Frame frame, String number, String promise, String citizen, String preferred, String now)
    implements Page {
  @Override
  public String template() {
    return "work/calling/unsuited.jte";
  }
}
