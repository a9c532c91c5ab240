package nl.aanspreekpunt.web.work.atwork;

import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * What became of a draft, as a part of the case page.
 *
 * @param kept when it was kept, in words; null when it was not
 * @param thrown when it was thrown away, in words; null when it was not
 * @param elsewhere that another page of the same official wrote something else, in words; null:
 *     none
 * @param text what was written there; null: nothing
 */
public record KeptPage(Frame frame, String kept, String thrown, String elsewhere, String text)
    implements Page {
  @Override
  public String template() {
    return "work/atwork/keptpage.jte";
  }
}
