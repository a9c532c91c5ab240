package nl.aanspreekpunt.web.work.setup;

import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/** Where an administrator finds each thing that can be set. */
public record SetupPage(Frame frame, List<Part> parts) implements Page {
  public static final String PATH = "/werk/beheer";

  /**
   * @param name key of its texts: its title, and with {@code .does} what one does there
   */
  public record Part(String name, String path) {}

  /** In the order in which somebody who starts needs them. */
  static final List<Part> PARTS =
      List.of(
          new Part("gids.title", "/werk/beheer/gids"),
          new Part("setup.directory", "/werk/gids"),
          new Part("setup.people", "/werk/gids/mensen"),
          new Part("setup.norms", "/werk/normen"),
          new Part("setup.learned", "/werk/geleerd"));

  @Override
  public String template() {
    return "work/setup/setup.jte";
  }
}
