package nl.aanspreekpunt.web.work.setup.directory;

import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * All of one kind in the directory, or those that fit what is looked for.
 *
 * @param path of this list
 * @param add where one is added, and in which words; null: none can be
 * @param q what is looked for; empty: nothing
 * @param all how many fit; more than are shown
 */
public record ListPage(
    Frame frame, String path, String does, String add, String q, List<Line> lines, int all)
    implements Page {
  public record Line(String path, String name, String detail) {}

  @Override
  public String template() {
    return "work/setup/directory/list.jte";
  }
}
