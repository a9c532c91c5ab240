package nl.aanspreekpunt.web.follow;

import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * Where a citizen says in which language, and at which address, they hear from us.
 *
 * @param base path of their page, without a slash at its end
 * @param now the address they are written to now, as people write it
 * @param may whether the address is theirs to change
 * @param all whether they may change it for their other questions at once: they have shown that the
 *     address is theirs
 * @param to the new one, as it was filled in
 * @param waits where a code went that is to be filled in; null: none did
 */
public record DetailsPage(
    Frame frame,
    String base,
    List<Choice> languages,
    String now,
    boolean may,
    boolean all,
    String to,
    String waits,
    List<FieldError> errors,
    String problem)
    implements Page {
  @Override
  public String template() {
    return "page/details.jte";
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
