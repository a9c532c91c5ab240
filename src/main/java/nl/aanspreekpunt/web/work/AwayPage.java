package nl.aanspreekpunt.web.work;

import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * Where an official says when they are away, and sees who stands in.
 *
 * @param now in words; null while here
 * @param chain through whom it goes
 * @param absences running and planned
 * @param over ids of absences that ended lately, with their words
 */
public record AwayPage(
    Frame frame,
    String now,
    String chain,
    List<Away> absences,
    List<Over> over,
    List<Choice> colleagues,
    List<Choice> gets,
    Form form,
    List<FieldError> errors)
    implements Page {
  /**
   * An absence that runs or is to come.
   *
   * @param from its moment, to call it off by
   * @param what from when until when, in words
   * @param chain through whom it goes at its start
   * @param stretches when in it nobody stands in, or somebody else does, in words
   * @param runs it has begun
   */
  public record Away(
      String from, String what, String chain, List<String> stretches, boolean runs) {}

  public record Over(String id, String what) {}

  @Override
  public String template() {
    return "work/away.jte";
  }

  public String typed(String field) {
    return form.get(field);
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
