package nl.aanspreekpunt.web.work.setup.problems;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * What is wrong with how the hub is set up, and how to mend it.
 *
 * @param groups the gravest first; those without problems are left out
 * @param asked when DNS was asked; null: it is not
 */
public record ProblemsPage(Frame frame, List<Group> groups, Instant asked) implements Page {
  public static final String PATH = "/werk/beheer/problemen";

  /**
   * @param id of its heading
   */
  public record Group(String id, String title, List<Row> rows) {}

  /**
   * @param what is wrong
   * @param means for citizens
   * @param mend how to
   * @param code something to take over as it is, such as what is to stand in DNS; may be null
   * @param link to where it is mended or looked into; null when that is no page
   * @param linkTo in words
   */
  public record Row(
      String id, String what, String means, String mend, String code, String link, String linkTo) {}

  @Override
  public String template() {
    return "work/setup/problems.jte";
  }
}
