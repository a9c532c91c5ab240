package nl.aanspreekpunt.web.work.setup.texts;

import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/** What became of a test, by itself. */
public record TestPage(Frame frame, LetterTextPage.TestPart test) implements Page {
  @Override
  public String template() {
    return "work/setup/texts/testpage.jte";
  }
}
