package nl.aanspreekpunt.web.follow;

import java.util.List;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.Person;

/**
 * Another's question, as somebody sees it who may: how it stands, who is responsible, by when, and
 * what its citizen exchanged. Who may ask about it does so here; there is nothing else to do on it.
 *
 * @param base path of the reader's own page
 * @param of name of whose question it is
 * @param outcome how it was closed; null while open
 * @param asks whether the reader may ask about it
 * @param typed what they wrote, when it could not be taken
 * @param nonce so that the same is asked once
 */
public record SharedPage(
    Frame frame,
    String base,
    String of,
    String subject,
    String number,
    Person person,
    String outcome,
    List<FollowPage.Due> dues,
    List<FollowPage.Item> items,
    boolean asks,
    String typed,
    String nonce,
    List<FieldError> errors,
    String problem)
    implements Page {
  @Override
  public String template() {
    return "page/shared.jte";
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
