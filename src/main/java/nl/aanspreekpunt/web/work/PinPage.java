package nl.aanspreekpunt.web.work;

import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * Rules that who leads a team pinned: those that stand, those that do not any more, and a form.
 *
 * @param form that was sent back
 */
public record PinPage(
    Frame frame,
    List<Row> standing,
    List<Row> over,
    List<Choice> officials,
    List<Choice> topics,
    List<Choice> neighbourhoods,
    List<Choice> ways,
    Form form,
    List<FieldError> errors)
    implements Page {
  public static final String PATH = "/werk/team/regels";

  /**
   * A rule.
   *
   * @param what in a sentence
   * @param trouble why it cannot be followed now, in words; null when it can
   * @param end by whom it was revoked and why, in words; null while it was not
   */
  public record Row(
      String id, String what, String when, String reason, String by, String trouble, String end) {}

  @Override
  public String template() {
    return "work/pins.jte";
  }

  public String typed(String field) {
    return form.get(field);
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
