package nl.aanspreekpunt.web.work.bulk;

import java.util.List;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.atwork.PreviewPage;
import nl.aanspreekpunt.web.work.writing.PlainPart;

/**
 * The same in several questions: what would happen to each, and how far it is.
 *
 * @param lead how many, and by which channel each
 * @param said the words that they get, or that colleagues read; null where a letter is shown
 * @param promised what the answer promises, and in how many
 * @param plain how easily each of the texts reads
 * @param will in which it is done, or was
 * @param stays in which it is not, and why
 * @param seen what was shown; null once it was confirmed
 * @param example a letter as its citizen will see it; null when there is none to be shown
 * @param going how far it is; null before it was confirmed
 */
public record BulkActPage(
    Frame frame,
    String id,
    Kind kind,
    String lead,
    String said,
    List<Promised> promised,
    List<PlainPart> plain,
    List<Row> will,
    List<Row> stays,
    String seen,
    Example example,
    Going going,
    List<FieldError> errors)
    implements Page {
  public static final String PATH = BulkPage.PATH + "/acties";

  /**
   * @param what what happens to it and by which channel, or why nothing does
   */
  public record Row(String number, String subject, String what) {}

  /**
   * @param what and by when, and in how many
   * @param words in which the citizen reads it
   */
  public record Promised(String what, String words) {}

  /** For whom the letter is that is shown. */
  public record Example(String number, String subject, PreviewPage.Said said) {}

  /**
   * How many of how many were seen to.
   *
   * @param undo until when it can be taken back, in words; null when it cannot
   * @param undone it was taken back
   */
  public record Going(
      String said, long seenTo, int cases, boolean ended, String undo, boolean undone) {}

  @Override
  public String template() {
    return "work/bulk/act.jte";
  }

  public String path() {
    return PATH + "/" + id;
  }

  /** The form, as it was filled in. */
  public String again() {
    return kind.path() + "?van=" + id;
  }
}
