package nl.aanspreekpunt.web.work.keys;

import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/** What can be gone to or done from here, as the options of a list. */
public record CommandsPage(Frame frame, List<Command> commands) implements Page {
  /**
   * @param words as it is read
   * @param more what kind of thing it is; empty if that is plain
   * @param path where it is done
   */
  public record Command(String words, String more, String path) {}

  @Override
  public String template() {
    return "work/keys/commands.jte";
  }
}
