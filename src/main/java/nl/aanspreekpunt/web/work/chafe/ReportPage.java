package nl.aanspreekpunt.web.work.chafe;

import java.util.List;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.Form;

/**
 * The form to say that something chafes.
 *
 * @param about number of the case it is about; null: none
 * @param subject of that case
 * @param once so that a form that is sent twice reports once
 */
public record ReportPage(
    Frame frame, String about, String subject, String once, Form form, List<FieldError> errors)
    implements Page {
  public static final String PATH = FrictionsPage.PATH + "/nieuw";

  @Override
  public String template() {
    return "work/chafe/report.jte";
  }

  public String typed(String field) {
    return form.get(field);
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
