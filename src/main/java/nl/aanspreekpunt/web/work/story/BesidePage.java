package nl.aanspreekpunt.web.work.story;

import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/** At most two stories that are like a case: a part of its page. */
public record BesidePage(Frame frame, List<StoriesPage.Row> rows) implements Page {
  @Override
  public String template() {
    return "work/story/beside.jte";
  }
}
