package nl.aanspreekpunt.web.mine;

import java.util.List;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/** Where a code is filled in. It says the same whether one was sent or not. */
public record CodePage(Frame frame, List<FieldError> errors, String problem) implements Page {
  @Override
  public String template() {
    return "page/mine/code.jte";
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
