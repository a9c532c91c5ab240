package nl.aanspreekpunt.web.work.principle;

import java.util.List;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.Form;

/** Two sentences on what acting on a principle cost and brought. */
public record AccountPage(
    Frame frame, PrincipleCards.Owed owed, Form form, List<FieldError> errors, String problem)
    implements Page {
  @Override
  public String template() {
    return "work/principle/account.jte";
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
