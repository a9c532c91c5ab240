package nl.aanspreekpunt.web.work;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * What applying the directory's file would change, and what was changed before.
 *
 * @param file as people know it
 * @param digest of the file as it was read: only that is applied
 * @param problem why the file cannot be used, a line for each mistake; null if it can
 */
public record GuidePage(
    Frame frame,
    String file,
    String digest,
    List<String> lines,
    String problem,
    List<Change> changes)
    implements Page {
  /** One change of the directory, with who made it. */
  public record Change(Instant at, String by, List<String> lines) {}

  public List<String> problems() {
    return problem.lines().toList();
  }

  @Override
  public String template() {
    return "work/guide.jte";
  }
}
