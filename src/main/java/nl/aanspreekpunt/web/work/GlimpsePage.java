package nl.aanspreekpunt.web.work;

import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.Person;

/**
 * What an official may know of a case that is not theirs.
 *
 * @param subject null when not even that is for them
 * @param mayAsk an auditor, who reads it after stating a reason
 * @param error what is wrong with a reason that was sent; null if nothing
 * @param offer null unless it is offered to them by hand
 */
public record GlimpsePage(
    Frame frame,
    String number,
    String subject,
    Person responsible,
    boolean open,
    boolean mayAsk,
    String error,
    Offered offer)
    implements Page {

  /**
   * What its reader may accept or refuse.
   *
   * @param dues what is due in it, and when
   */
  public record Offered(String by, String note, String until, List<String> dues) {}

  @Override
  public String template() {
    return "work/glimpse.jte";
  }
}
