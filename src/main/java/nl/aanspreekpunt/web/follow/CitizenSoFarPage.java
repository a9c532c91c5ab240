package nl.aanspreekpunt.web.follow;

import java.util.List;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * The story so far as whom it is about reads it, with what they said is otherwise.
 *
 * @param base path of their own page
 * @param written who wrote it and when, in words
 * @param once so that the same form says it once
 */
public record CitizenSoFarPage(
    Frame frame,
    String base,
    String written,
    List<Part> parts,
    List<Said> said,
    String typed,
    String once,
    List<FieldError> errors,
    String problem)
    implements Page {
  public record Part(String title, String text) {}

  /**
   * @param when who said it and when, in words
   * @param answer what came of it; null: nobody answered it yet
   */
  public record Said(String when, String words, String answer) {}

  @Override
  public String template() {
    return "page/sofar.jte";
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
