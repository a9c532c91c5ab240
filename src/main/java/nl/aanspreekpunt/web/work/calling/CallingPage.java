package nl.aanspreekpunt.web.work.calling;

import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * A call that an official has made: how far it is, and, when it is over, what became of it.
 *
 * @param number of the case
 * @param subject of the question
 * @param citizen who is called, and at which number, in words
 * @param reason what it is about; may be empty
 * @param now how far it is, in words
 * @param goesOn whether the page is to look again by itself
 * @param stoppable it can still be called off
 * @param confirm what is to be put down; null when nothing is
 * @param again id of the promise for which the same can be called once more; null: not now
 * @param seen the sum of pulses this page was made with
 */
public record CallingPage(
    Frame frame,
    String id,
    String number,
    String subject,
    String citizen,
    String reason,
    String now,
    boolean goesOn,
    boolean stoppable,
    Confirm confirm,
    String again,
    long seen,
    List<FieldError> errors)
    implements Page {
  /**
   * The form with which it is put down.
   *
   * @param outcomes with the one chosen that is proposed
   * @param seen the last message that is shown with the question (receipt id); may be empty
   */
  public record Confirm(List<Choice> outcomes, String note, String seen) {}

  @Override
  public String template() {
    return "work/calling/call.jte";
  }

  public static String path(String id) {
    return "/werk/bellen/lijn/" + id;
  }

  public String path() {
    return path(id);
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
