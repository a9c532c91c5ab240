package nl.aanspreekpunt.web.work;

import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * Asks whether what is of one citizen really belongs with a question of another.
 *
 * @param path where saying yes goes, with {@code fields} as they were filled in
 * @param back where saying no goes
 * @param each question, whose it is and what they go on seeing, in words
 */
public record DifferentCitizensPage(
    Frame frame, String path, String back, Map<String, String> fields, List<String> each)
    implements Page {
  @Override
  public String template() {
    return "work/citizens.jte";
  }
}
