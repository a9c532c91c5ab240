package nl.aanspreekpunt.web.work.chafe;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.Form;

/**
 * One friction, with all that were gathered into it.
 *
 * @param into the one that answers it, when it was gathered; null: itself
 * @param owner who answers and by when, in words; null when nothing is owed
 * @param policy number of the case of its answer, for who may act in it; null for others
 * @param reports itself first
 * @param alike what may be the same; none for who may not gather
 * @param states to choose from; none for who may not answer
 * @param owners to choose from; none for who may not name one
 * @param open what is everybody's to read may be written
 */
public record FrictionPage(
    Frame frame,
    String id,
    String rule,
    String state,
    Other into,
    String owner,
    String policy,
    List<Told> reports,
    List<Taken> steps,
    List<Other> alike,
    List<Choice> states,
    List<Choice> owners,
    boolean open,
    String plain,
    Form form,
    List<FieldError> errors,
    String problem)
    implements Page {

  /**
   * One report.
   *
   * @param helps null: nothing was said
   * @param number of its case, for who may read that; null for others, and when there is none
   * @param apart whether the reader may take it out again
   */
  public record Told(
      String id,
      String by,
      Instant at,
      String rule,
      String what,
      String helps,
      boolean met,
      String number,
      boolean apart) {}

  /** One step, in words. */
  public record Taken(Instant at, String text, String words) {}

  /**
   * Another friction.
   *
   * @param shared the words that stand in both; empty when nobody asks
   */
  public record Other(String id, String rule, String shared) {}

  @Override
  public String template() {
    return "work/chafe/one.jte";
  }

  public String path(String act) {
    return FrictionsPage.PATH + "/" + id + "/" + act;
  }

  public String typed(String field) {
    return form.get(field);
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
