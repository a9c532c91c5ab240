package nl.aanspreekpunt.web.work.writing;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Frame;

/**
 * What a case page has for who writes in it.
 *
 * @param path of the case
 * @param held answers that wait for their moment
 * @param back answers that did not go
 * @param draft which of those stands in the box (id); null: none
 * @param kept files of that one
 * @param texts standard texts
 * @param plain how plain what was typed is; null when that was not asked
 * @param call that a call may do more than another message; null: not now
 * @param colleagues whom a note can name: who may read the case
 * @param mentions notes in which this reader was named
 * @param times when an answer can go
 * @param late what is promised before the moment that was chosen, in words; null: nothing
 */
public record WritingPart(
    String path,
    List<Held> held,
    List<Back> back,
    String draft,
    List<Kept> kept,
    List<Choice> texts,
    PlainPart plain,
    Call call,
    List<Choice> colleagues,
    List<MentionRow> mentions,
    List<Choice> times,
    String late) {
  /**
   * @param says who wrote it and when it goes, in words
   * @param left seconds until it goes, when that is soon; -1 when it is not
   * @param late what is promised before it goes, in words; null: nothing
   */
  public record Held(
      String id,
      String says,
      Instant goesAt,
      long left,
      String late,
      String text,
      List<String> files) {}

  /**
   * @param says who wrote it and why it did not go, in words
   * @param here it stands in the box
   * @param drops its reader may throw it away
   */
  public record Back(
      String id, String says, String text, List<String> files, boolean here, boolean drops) {}

  /**
   * @param value as the form sends it
   */
  public record Kept(String name, String value) {}

  /**
   * @param dial as a telephone takes it; null: no number is known
   */
  public record Call(String says, String dial, String shown) {}

  public HeldPage strip(Frame frame) {
    return new HeldPage(frame, this, false);
  }

  /** One goes within a minute: the page counts. */
  public boolean counts() {
    return held.stream().anyMatch(one -> one.left() >= 0);
  }

  public String act(String id, String act) {
    return path + "/straks/" + id + "/" + act;
  }
}
