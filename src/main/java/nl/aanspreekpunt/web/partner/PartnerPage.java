package nl.aanspreekpunt.web.partner;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * What somebody of another organisation may see: the question, what was shared, and what they
 * answered. Neither the case's number nor its subject, nor who the citizen is but in their words.
 *
 * @param asker who asks, in words
 * @param until until when it can be answered
 * @param problem why nothing could be done; null if nothing is wrong
 */
public record PartnerPage(
    Frame frame,
    String base,
    String asker,
    String organisation,
    String question,
    Instant until,
    List<Said> messages,
    List<Said> answers,
    String typed,
    List<FieldError> errors,
    String problem)
    implements Page {
  public record Said(Instant at, String text) {}

  public String error(String field) {
    return FieldError.of(errors, field);
  }

  @Override
  public String template() {
    return "page/partner.jte";
  }
}
