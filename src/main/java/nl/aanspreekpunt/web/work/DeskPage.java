package nl.aanspreekpunt.web.work;

import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/** Where a question is taken from somebody who calls or comes. */
public record DeskPage(
    Frame frame,
    Form form,
    String nonce,
    List<Choice> topics,
    List<Choice> classes,
    List<Choice> neighbourhoods,
    List<FieldError> errors)
    implements Page {
  @Override
  public String template() {
    return "work/desk.jte";
  }

  public String typed(String field) {
    return form.get(field);
  }

  /** Somebody calls whose number is withheld. */
  public boolean hidden() {
    return !typed("phoned").isEmpty() && typed("who").isEmpty() && errors.isEmpty();
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
