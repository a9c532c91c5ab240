package nl.aanspreekpunt.web.work.bulk;

import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.Form;

/**
 * What is to be said or done in several questions, before it is shown.
 *
 * @param chosen the questions: number and subject
 * @param english some of their citizens are written to in English
 * @param texts standard texts to choose from
 * @param outcomes how a question can end here
 * @param topics to choose from
 * @param earlier what this reader did so before, newest first: its path and what it was
 */
public record BulkFormPage(
    Frame frame,
    Kind kind,
    List<Choice> chosen,
    boolean english,
    List<Choice> texts,
    List<Choice> outcomes,
    List<Choice> topics,
    List<Choice> earlier,
    Form form,
    List<FieldError> errors)
    implements Page {
  @Override
  public String template() {
    return "work/bulk/form.jte";
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
