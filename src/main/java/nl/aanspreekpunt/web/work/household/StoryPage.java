package nl.aanspreekpunt.web.work.household;

import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.sofar.SoFarPage;

/**
 * The story so far of a household or organisation, to be read: also when nobody is in it any more.
 *
 * @param back path of the household
 * @param story null: none was written
 */
public record StoryPage(Frame frame, String back, String name, SoFarPage.Before story)
    implements Page {
  @Override
  public String template() {
    return "work/household/story.jte";
  }
}
