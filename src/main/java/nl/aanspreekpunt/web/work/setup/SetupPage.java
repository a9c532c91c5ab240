package nl.aanspreekpunt.web.work.setup;

import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * Where an administrator finds each thing that can be set.
 *
 * @param problems with the settings that are noticed now, or will be
 */
public record SetupPage(Frame frame, List<Part> parts, int problems) implements Page {
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
          new Part("setup.texts", "/werk/beheer/teksten"),
          new Part("setup.channels", "/werk/beheer/kanalen"),
          new Part("setup.problems", "/werk/beheer/problemen"),
          new Part("setup.learned", "/werk/geleerd"),
          new Part("setup.trail", "/werk/beheer/spoor"));

  /** What is to be said of it beside what one does there; null: nothing. */
  public String said(Part part) {
    return part.name().equals("setup.problems") && problems > 0
        ? frame.say("setup.problems.some", problems)
        : null;
  }

  @Override
  public String template() {
    return "work/setup/setup.jte";
  }
}
