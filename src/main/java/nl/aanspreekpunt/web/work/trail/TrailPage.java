package nl.aanspreekpunt.web.work.trail;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * Who did what, newest first.
 *
 * @param lead who reads what of it, in words
 * @param errors what is wrong with what was chosen; then nothing is shown
 * @param newest address of the first page; null on the first page
 * @param older address of the next page; null on the last
 * @param file address of the same as a table; null when nothing is shown
 * @param check null: was not asked for
 */
public record TrailPage(
    Frame frame,
    String lead,
    Choose choose,
    List<FieldError> errors,
    List<Line> lines,
    String newest,
    String older,
    String file,
    Check check)
    implements Page {
  public static final String PATH = "/werk/beheer/spoor";
  public static final String UNTELLING = PATH + "/vernietig-reden";

  /** What can be chosen. */
  public record Choose(List<Choice> who, List<Choice> subjects, String first, String last) {}

  /**
   * @param said in a sentence
   * @param reason that was given; null if none
   * @param more lines that say what exactly
   * @param origin from where, in words; null when it is not kept
   * @param path of what it is about; null when the reader has nothing there
   * @param which key of the entry, when its reason is for the reader to destroy; else null
   */
  public record Line(
      Instant at,
      String said,
      String reason,
      List<String> more,
      String origin,
      String path,
      String which) {}

  /**
   * @param whole something was checked, and it is whole; neither that nor broken: nothing was
   * @param said what it came to, in a sentence
   * @param findings each in a sentence
   * @param mark null when there is none
   */
  public record Check(
      boolean whole, boolean broken, String said, List<String> findings, String mark) {}

  @Override
  public String template() {
    return "work/trail/trail.jte";
  }

  public String errorOf(String field) {
    return FieldError.of(errors, field);
  }
}
