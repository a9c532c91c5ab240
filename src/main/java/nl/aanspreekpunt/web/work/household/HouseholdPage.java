package nl.aanspreekpunt.web.work.household;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.Form;

/**
 * A household or organisation: who is linked, who may do what, who stands for all of them, and all
 * their questions.
 *
 * @param back the question it was opened from (number); null: of none
 * @param standing name of the standing official; null: nobody
 * @param ended what was so before, in words
 * @param of who can agree to a link
 * @param story path of the story so far
 */
public record HouseholdPage(
    Frame frame,
    String id,
    String kind,
    String back,
    List<Who> members,
    List<Link> links,
    List<String> ended,
    String standing,
    List<Asked> cases,
    List<Choice> of,
    List<Choice> roles,
    List<Choice> officials,
    String story,
    Form form,
    List<FieldError> errors,
    String problem)
    implements Page {
  static final String PATH = "/werk/huishoudens/";

  /** Somebody who is in it, and as what. */
  public record Who(String name, String role, Instant from) {}

  /**
   * Two who are linked.
   *
   * @param may who may do what in whose questions, in words, a line each
   * @param consent who agreed, when and how, a line each
   */
  public record Link(
      String one, String other, String names, List<String> may, List<String> consent) {}

  /**
   * A question of one of them.
   *
   * @param path null when this reader may not open it
   */
  public record Asked(
      String path, String subject, String who, String official, boolean open, Instant at) {}

  @Override
  public String template() {
    return "work/household/one.jte";
  }

  public String path(String act) {
    return PATH + id + "/" + act;
  }

  public String typed(String field) {
    return form.get(field);
  }

  public boolean ticked(String field) {
    return !form.get(field).isEmpty();
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
