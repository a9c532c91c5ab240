package nl.aanspreekpunt.web.work.setup.texts;

import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * The texts of letters and text messages: by subject, those of one subject, or what was searched.
 *
 * @param groups empty when texts are shown
 * @param group what the texts are about; null when they are of several
 * @param rows empty when subjects are shown, or nothing was found
 * @param shows whether texts are shown, maybe none
 * @param sought what was searched for; empty if nothing
 * @param more there are more than is shown
 */
public record LetterTextsPage(
    Frame frame,
    List<Group> groups,
    Group group,
    List<Row> rows,
    boolean shows,
    String sought,
    boolean more)
    implements Page {
  public static final String PATH = "/werk/beheer/teksten";

  /**
   * @param when it is sent and to whom, in words
   * @param own how many of its texts are our own
   */
  public record Group(String name, String title, String when, int texts, int own) {}

  /**
   * @param says its words, as they are said now
   * @param about title of its group; null when all are of one
   * @param wrong an own text that asks for somebody's attention
   */
  public record Row(
      String path, String says, String about, boolean sms, boolean own, boolean wrong) {}

  @Override
  public String template() {
    return "work/setup/texts/texts.jte";
  }
}
