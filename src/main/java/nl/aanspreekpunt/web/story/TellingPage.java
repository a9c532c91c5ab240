package nl.aanspreekpunt.web.story;

import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * Where a citizen tells how it went, once their question is closed.
 *
 * @param follow path of the page of their question
 * @param told what they told before, which they can withdraw; null: nothing
 * @param confidential the topic is
 */
public record TellingPage(
    Frame frame,
    String follow,
    String told,
    boolean confidential,
    List<Choice> went,
    List<Choice> consents,
    String words,
    String particular,
    List<FieldError> errors,
    String problem)
    implements Page {
  @Override
  public String template() {
    return "page/telling.jte";
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
