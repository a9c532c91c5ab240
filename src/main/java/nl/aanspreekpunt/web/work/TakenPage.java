package nl.aanspreekpunt.web.work;

import java.time.Instant;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.Person;

/**
 * Who has a question that was just taken, so that the clerk can say it at once.
 *
 * @param number null while it is being placed
 * @param here whether the person is there, in words
 * @param due null when nothing was promised
 * @param does who does what before that, in words; null when nothing was promised
 * @param contact what was agreed about contact with this citizen, in words; null: nothing
 */
public record TakenPage(
    Frame frame,
    String receipt,
    String number,
    Person person,
    String here,
    Instant due,
    String does,
    String contact)
    implements Page {
  @Override
  public String template() {
    return "work/taken.jte";
  }
}
