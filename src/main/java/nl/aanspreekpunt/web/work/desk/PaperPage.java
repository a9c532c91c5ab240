package nl.aanspreekpunt.web.work.desk;

import java.time.Instant;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.Person;

/**
 * A receipt on paper. It carries no link to the question: who finds a paper, and the clerk who
 * prints it, must not read by it what is written later.
 *
 * @param theirs the same in the citizen's language
 * @param due null when nothing was promised
 * @param does who does what before that, in words; null when nothing was promised
 */
public record PaperPage(
    Frame frame,
    Frame theirs,
    String number,
    Person person,
    Instant due,
    String does,
    String receipt)
    implements Page {
  @Override
  public String template() {
    return "work/desk/paper.jte";
  }
}
