package nl.aanspreekpunt.web.work.consult;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * The case table: agenda, who sits there, what was agreed and by when, minutes. Whoever only agreed
 * to something sees that alone.
 *
 * @param acts whether its reader may act in the case
 * @param tables the one that lasts first; none for who only agreed to something
 * @param theirs what its reader agreed to and did not do yet
 * @param set whether a table can be set
 * @param joins who can come to sit at it
 * @param leaves whom its reader can let leave it, each as a sentence
 * @param sitsThere whether its reader sits at it, and may leave
 * @param problem why nothing could be done; null if nothing is wrong
 */
public record TablePage(
    Frame frame,
    String number,
    String subject,
    boolean acts,
    List<Table> tables,
    List<Agreement> theirs,
    boolean set,
    List<Choice> people,
    List<Choice> sits,
    List<Choice> joins,
    List<Choice> leaves,
    boolean sitsThere,
    Typed typed,
    List<FieldError> errors,
    String problem)
    implements Page {
  static final String PATH = "/werk/vragen/:number/tafel";

  /**
   * @param meets when, in words; null when it is not known
   */
  public record Table(
      boolean lasts,
      String agenda,
      String meets,
      String people,
      boolean citizen,
      List<Agreement> agreements,
      String minutes) {}

  /**
   * @param state by when, or that it is done, in words
   */
  public record Agreement(String promise, String who, String what, Instant due, String state) {}

  /** What was filled in. */
  public record Typed(
      String agenda,
      String meets,
      String place,
      String what,
      String due,
      String minutes,
      String point) {}

  public String path(String act) {
    return "/werk/vragen/" + number + "/tafel/" + act;
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }

  @Override
  public String template() {
    return "work/table.jte";
  }
}
