package nl.aanspreekpunt.web.work.backing;

import java.util.List;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.Form;

/**
 * Backing: asked by who wants to deviate, answered by a manager.
 *
 * @param subject of the case
 * @param all what was asked, oldest first: of who answers only what they are asked
 * @param asks whether this reader may ask now
 */
public record BackingPage(
    Frame frame,
    String number,
    String subject,
    List<Asked> all,
    boolean asks,
    boolean reads,
    Form form,
    List<FieldError> errors,
    String problem)
    implements Page {
  /**
   * @param says who asked it and when
   * @param state how it stands, in words
   * @param answers whether this reader is to answer
   * @param withdraws whether this reader may take it back
   */
  public record Asked(
      String id,
      String from,
      String because,
      String says,
      String state,
      String explanation,
      boolean answers,
      boolean withdraws) {}

  @Override
  public String template() {
    return "work/backing/backing.jte";
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
