package nl.aanspreekpunt.web.work.desk;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * Who has a question that was just taken, so that the clerk can say it at once, and what can be
 * done with the citizen still there.
 *
 * @param number null while it is being placed
 * @param official whose it is
 * @param instead who can be asked now in their place; null when nobody is to be
 * @param due null when nothing was promised
 * @param does who does what before that, in words; null when nothing was promised
 * @param contact what was agreed about contact with this citizen, in words; null: nothing
 * @param told how the citizen hears this besides, in words
 * @param call null unless a call can be promised from here
 * @param line whether the citizen is on the line at the desk, so that they can be put through
 * @param typed what was said to a colleague, to be mended; empty when nothing was
 */
public record TakenPage(
    Frame frame,
    String receipt,
    String number,
    Here official,
    Here instead,
    Instant due,
    String does,
    String contact,
    String told,
    Call call,
    boolean line,
    String typed,
    List<FieldError> errors)
    implements Page {
  /**
   * A call to be promised.
   *
   * @param phone the number that is known; empty if none
   */
  public record Call(String phone) {}

  static TakenPage finding(Frame frame, String receipt) {
    return new TakenPage(
        frame, receipt, null, null, null, null, null, null, null, null, false, "", List.of());
  }

  @Override
  public String template() {
    return "work/desk/taken.jte";
  }

  public String path() {
    return "/werk/nieuw/" + receipt;
  }

  /** Who can be put on the line: whose it is first, and who stands in. */
  public List<Here> reachable() {
    return instead == null ? List.of(official) : List.of(official, instead);
  }

  /** The first who is there; else whose it is. */
  public String first() {
    return reachable().stream().filter(Here::here).findFirst().orElse(official).id();
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
