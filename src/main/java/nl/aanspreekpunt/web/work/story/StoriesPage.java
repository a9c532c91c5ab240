package nl.aanspreekpunt.web.work.story;

import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * Stories that were published, latest first; what waits for this reader to be checked, and their
 * own.
 *
 * @param q the words that are looked for; may be empty
 * @param next path of the page after this one; null on the last
 */
public record StoriesPage(
    Frame frame,
    String q,
    List<Choice> topics,
    List<Row> rows,
    List<Row> waiting,
    List<Row> own,
    String next)
    implements Page {
  public static final String PATH = "/werk/verhalen";

  /**
   * @param how it went, and its topic, in words
   * @param words of what is published; null for one that is not
   * @param state in words
   */
  public record Row(String id, String how, String words, String particular, String state) {}

  @Override
  public String template() {
    return "work/story/list.jte";
  }
}
