package nl.aanspreekpunt.web.work;

import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * The norms, opening hours and ladders that hold now.
 *
 * @param closed days of the coming year on which nobody works
 * @param administers whether its reader may change them
 */
public record NormsPage(Frame frame, List<Team> teams, List<String> closed, boolean administers)
    implements Page {

  /**
   * @param hours a line for each weekday
   * @param friction by when who looks at what chafes here answers, in words
   * @param ladder its steps in order, in words
   */
  public record Team(
      String name, List<String> hours, List<Topic> topics, String friction, List<String> ladder) {}

  /** By when on one topic, in words. */
  public record Topic(
      String name,
      String answer,
      String callback,
      String consult,
      String backing,
      String elsewhere,
      String complaint,
      String formal) {}

  @Override
  public String template() {
    return "work/norms.jte";
  }
}
