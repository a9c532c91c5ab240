package nl.aanspreekpunt.web.work.household;

import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.Form;

/**
 * Where a case's citizen is linked, and a new household or organisation.
 *
 * @param theirs each: its path, and its name
 * @param former where they were linked, and are no more
 * @param once so that the same form sets up one
 */
public record StartPage(
    Frame frame,
    String page,
    String citizen,
    List<Choice> theirs,
    List<Choice> former,
    List<Choice> kinds,
    String once,
    Form form,
    List<FieldError> errors,
    String problem)
    implements Page {
  @Override
  public String template() {
    return "work/household/start.jte";
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
