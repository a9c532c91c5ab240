package nl.aanspreekpunt.web.work.talk;

import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.Form;

/**
 * A talk with the citizen of a case: planned, moved, called off and put down.
 *
 * @param contact what was agreed about contact with the citizen, in words; null: nothing
 * @param why why one is proposed, each in words
 * @param off who said that none is to be proposed here; null: nobody did
 * @param planned the one to come; null when there is none
 * @param promised what is promised and does not move, or that the talk is later; null: neither
 * @param cautions what to be careful of on a visit to this citizen, latest last
 * @param caution the last of these, to be taken over; empty if none
 * @param slots moments that fit both
 * @param kinds how a talk can be held
 * @param agreements what was agreed and is to be done
 * @param done what was done, and can be opened again
 * @param present who was there, as it is filled in beforehand
 * @param seen the last message of the case (receipt id); null if none
 * @param lead the form that was sent back; null at first
 */
public record TalkPage(
    Frame frame,
    String number,
    String subject,
    String citizen,
    String contact,
    boolean open,
    List<String> why,
    String off,
    Planned planned,
    String promised,
    List<String> cautions,
    String caution,
    List<Choice> slots,
    List<Choice> kinds,
    List<Agreed> agreements,
    List<Agreed> done,
    String present,
    String seen,
    Form form,
    String lead,
    List<FieldError> errors,
    String problem)
    implements Page {
  /** Rows for what is agreed. */
  public static final int ROWS = 3;

  /**
   * @param visit whether what to be careful of is shown
   * @param unsuited why it does not suit the citizen; null when they did not say so
   */
  public record Planned(String uid, String what, String about, boolean visit, String unsuited) {}

  /**
   * @param when by when, in words
   */
  public record Agreed(String promise, String words, String when) {}

  @Override
  public String template() {
    return "work/talk.jte";
  }

  public String path(String act) {
    return "/werk/vragen/" + number + "/afspraak/" + act;
  }

  public String page() {
    return "/werk/vragen/" + number;
  }

  public String typed(String field) {
    return form.get(field);
  }

  public String typed(String field, String otherwise) {
    return form.fields().containsKey(field) ? form.get(field) : otherwise;
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }

  public boolean sent(String act) {
    return act.equals(lead);
  }
}
