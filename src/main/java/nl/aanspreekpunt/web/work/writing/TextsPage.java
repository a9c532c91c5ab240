package nl.aanspreekpunt.web.work.writing;

import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * The standard texts that an official has.
 *
 * @param deleted path to put back what was just deleted; null: nothing was
 */
public record TextsPage(Frame frame, List<Group> groups, String deleted) implements Page {
  public static final String PATH = "/werk/teksten";

  /**
   * @param title whose they are, in words
   */
  public record Group(String title, List<Row> rows) {}

  /**
   * @param starts its first words
   */
  public record Row(String path, String title, String starts) {}

  @Override
  public String template() {
    return "work/writing/texts.jte";
  }

  public boolean isEmpty() {
    return groups.stream().allMatch(group -> group.rows().isEmpty());
  }
}
