package nl.aanspreekpunt.web.mine;

import java.util.List;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * Where a code is asked for.
 *
 * @param to as it was filled in
 * @param problem why nothing could be done; null if nothing is wrong
 */
public record AskCodePage(Frame frame, String to, List<FieldError> errors, String problem)
    implements Page {
  @Override
  public String template() {
    return "page/mine/ask.jte";
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
