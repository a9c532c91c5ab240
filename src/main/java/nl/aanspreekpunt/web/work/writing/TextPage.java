package nl.aanspreekpunt.web.work.writing;

import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.Form;

/**
 * One standard text, or a new one.
 *
 * @param id null: it is new
 * @param once makes that a form sent twice makes one text; null when it is not new
 * @param keepers whose a new one can be
 * @param keeps whether this reader may change it
 */
public record TextPage(
    Frame frame,
    String id,
    String once,
    List<Choice> keepers,
    String whose,
    boolean keeps,
    long version,
    List<Earlier> earlier,
    Form form,
    List<FieldError> errors)
    implements Page {
  /**
   * @param when by whom and when, in words
   */
  public record Earlier(String when, String title, String dutch, String english) {}

  @Override
  public String template() {
    return "work/writing/text.jte";
  }

  public String typed(String field) {
    return form.get(field);
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }

  public String path() {
    return TextsPage.PATH + "/" + (id == null ? "nieuw" : id);
  }
}
