package nl.aanspreekpunt.web.work;

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

  @Override
  public String template() {
    return "work/glimpse.jte";
  }
}
