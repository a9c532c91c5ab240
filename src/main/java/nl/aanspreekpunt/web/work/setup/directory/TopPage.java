package nl.aanspreekpunt.web.work.setup.directory;

import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.setup.SetupPage;

/** What is in the directory, kind by kind. */
public record TopPage(Frame frame, List<SetupPage.Part> parts) implements Page {
  @Override
  public String template() {
    return "work/setup/directory/top.jte";
  }
}
