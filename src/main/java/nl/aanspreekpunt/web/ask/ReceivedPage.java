package nl.aanspreekpunt.web.ask;

import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * "It is safe with us", and who answers.
 *
 * @param answerer null while that is being found out
 */
public record ReceivedPage(Frame frame, String receipt, Answerer answerer) implements Page {
  @Override
  public String template() {
    return "page/received.jte";
  }
}
