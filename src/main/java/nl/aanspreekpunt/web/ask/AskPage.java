package nl.aanspreekpunt.web.ask;

import java.util.List;
import java.util.stream.Stream;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * The form on which anybody asks anything.
 *
 * @param problem why it could not be sent although nothing is wrong in it; null if so
 * @param filesAgain files were chosen, and must be chosen again
 */
public record AskPage(
    Frame frame,
    AskInput input,
    List<Choice> topics,
    List<Choice> classes,
    List<Choice> neighbourhoods,
    List<FieldError> errors,
    String problem,
    boolean filesAgain,
    boolean whatsApp)
    implements Page {
  @Override
  public String template() {
    return "page/ask.jte";
  }

  /** How they want to be answered. */
  public List<Choice> answers() {
    return Stream.of(AskCheck.EMAIL, AskCheck.SMS, AskCheck.WHATSAPP)
        .filter(one -> whatsApp || !one.equals(AskCheck.WHATSAPP))
        .map(one -> new Choice(one, frame.say("ask.answer." + one), one.equals(input.answer())))
        .toList();
  }

  /** Null when that field is fine. */
  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
