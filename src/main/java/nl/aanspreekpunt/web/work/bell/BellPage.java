package nl.aanspreekpunt.web.work.bell;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * What happened for an official since they looked, newest first.
 *
 * @param many how many; more than the rows when only that is shown
 * @param bare only how many, for beside the menu
 * @param quiet it is outside their hours: nothing asks for them
 */
public record BellPage(Frame frame, List<Row> rows, int many, boolean bare, boolean quiet)
    implements Page {
  static final String PATH = "/werk/meldingen";

  /**
   * @param what in words
   * @param when in words
   */
  public record Row(String number, String subject, String what, Instant at, String when) {}

  @Override
  public String template() {
    return bare ? "work/bell/count.jte" : "work/bell/bell.jte";
  }
}
