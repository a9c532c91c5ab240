package nl.aanspreekpunt.web.follow;

import java.util.List;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * What was agreed about contact, for the citizen.
 *
 * @param base path of their page
 * @param says each in a line, in words
 * @param why in the words of who set it
 * @param ended whether it is over
 * @param objected that they do not agree and when they said so; null: they did not
 * @param objection what they said
 * @param comes what comes of that, in words; null: nothing more
 * @param objects whether they may say so now
 */
public record CitizenContactPage(
    Frame frame,
    String base,
    List<String> says,
    String why,
    boolean ended,
    String objected,
    String objection,
    String comes,
    boolean objects,
    String typed,
    List<FieldError> errors,
    String problem)
    implements Page {
  @Override
  public String template() {
    return "page/contact.jte";
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
