package nl.aanspreekpunt.web.follow;

import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * Where a citizen tells how it went, once their question is closed.
 *
 * @param follow path of the page of their question
 * @param told what they told before, which they can withdraw; null: nothing
 * @param asks what they can say now
 * @param confidential the topic is
 */
public record TellingPage(
    Frame frame,
    String follow,
    String told,
    Asks asks,
    boolean confidential,
    List<Choice> consents,
    String words,
    String particular,
    List<FieldError> errors,
    String problem)
    implements Page {
  /**
   * @param went the name of what they tapped, to which they can add words; empty: nothing yet;
   *     null: nothing is asked
   */
  public record Asks(String went) {
    static final Asks NOTHING = new Asks(null);
    static final Asks A_TAP = new Asks("");

    public boolean tap() {
      return "".equals(went);
    }

    public boolean words() {
      return went != null && !went.isEmpty();
    }
  }

  @Override
  public String template() {
    return "page/telling.jte";
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
