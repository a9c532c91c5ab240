package nl.aanspreekpunt.web.work.contact;

import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.Form;

/**
 * Who has contact with a citizen after a threat.
 *
 * @param agreed what was agreed last; null: nothing
 * @param leads whether this reader may agree or end it
 * @param puts whether this reader may put down that the citizen does not agree
 * @param answers whether this reader is to answer that
 */
public record ContactPage(
    Frame frame,
    String number,
    String subject,
    Agreed agreed,
    boolean open,
    boolean leads,
    boolean puts,
    boolean answers,
    List<Choice> officials,
    List<Choice> ways,
    Form form,
    List<FieldError> errors,
    String problem)
    implements Page {
  /**
   * In words.
   *
   * @param ended how it ended; null while it stands
   * @param objected that the citizen does not agree, and since when; null: they did not say so
   * @param objection what they said
   * @param comes who answers by when, or what they answered
   * @param also other addresses for which it holds
   */
  public record Agreed(
      String says,
      String why,
      String by,
      String ended,
      String objected,
      String objection,
      String comes,
      List<String> also) {
    public boolean stands() {
      return ended == null;
    }
  }

  public String path(String act) {
    return "/werk/vragen/" + number + "/contactafspraak" + act;
  }

  @Override
  public String template() {
    return "work/contact.jte";
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
