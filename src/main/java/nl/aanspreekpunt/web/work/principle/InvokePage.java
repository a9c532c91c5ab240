package nl.aanspreekpunt.web.work.principle;

import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.Form;

/**
 * An official acts on a principle.
 *
 * @param rules each principle with what may be done on it
 * @param choices which one, when there are several
 * @param beyond it is above the mandate: backing is to be asked
 */
public record InvokePage(
    Frame frame,
    String number,
    List<Rule> rules,
    List<Choice> choices,
    Form form,
    List<FieldError> errors,
    String problem,
    boolean beyond)
    implements Page {
  /**
   * @param upTo how many euros, in words; null when no amount is named
   */
  public record Rule(String words, String mandate, String upTo) {}

  @Override
  public String template() {
    return "work/principle/invoke.jte";
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
