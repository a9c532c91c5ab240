package nl.aanspreekpunt.web.work;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * What escalates today.
 *
 * @param teams their names
 */
public record SoonPage(Frame frame, String teams, List<Step> steps) implements Page {
  /**
   * One promise and its next step.
   *
   * @param who is to keep it
   * @param what what was promised, {@code due} by when, in words
   * @param does what will happen, in words
   */
  public record Step(
      String number,
      String subject,
      String who,
      String what,
      String due,
      Instant at,
      String does) {}

  @Override
  public String template() {
    return "work/soon.jte";
  }
}
