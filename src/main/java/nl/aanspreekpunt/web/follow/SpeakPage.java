package nl.aanspreekpunt.web.follow;

import java.util.List;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.Person;

/**
 * Who can be spoken to, when, and how else.
 *
 * @param base path of the question's page, without a slash at its end; null: about no question
 * @param own who helps with their question; null: about no question
 * @param calls whether calling is one of the ways of contact: after an agreement it may not be
 * @param phone the citizen's number, as far as it is known; may be empty
 * @param typed what could not be taken
 */
public record SpeakPage(
    Frame frame,
    String base,
    Reach own,
    List<Reach> duty,
    boolean calls,
    String phone,
    String nonce,
    Typed typed,
    List<FieldError> errors,
    String problem)
    implements Page {
  /**
   * @param hours when they can be called, a line each
   * @param now whether that is at this moment
   */
  public record Reach(Person person, List<String> hours, boolean now) {}

  /**
   * Of the form, as it was filled in; each empty otherwise.
   *
   * @param how "call" or "desk"
   */
  public record Typed(
      String how, String text, String name, String phone, String email, String preferred) {}

  @Override
  public String template() {
    return "page/speak.jte";
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
