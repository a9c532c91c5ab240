package nl.aanspreekpunt.web.work.story;

import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.Form;

/**
 * The form in which an official tells how something went.
 *
 * @param about number of the case; null: of none
 * @param confidential its topic is
 */
public record TellPage(
    Frame frame,
    String about,
    boolean confidential,
    List<Choice> went,
    List<Choice> consents,
    String once,
    Form form,
    List<FieldError> errors,
    String problem)
    implements Page {
  public static final String PATH = StoriesPage.PATH + "/nieuw";

  @Override
  public String template() {
    return "work/story/tell.jte";
  }

  public String typed(String field) {
    return form.get(field);
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
