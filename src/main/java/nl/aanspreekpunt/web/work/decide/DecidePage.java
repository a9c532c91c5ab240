package nl.aanspreekpunt.web.work.decide;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.Form;

/**
 * What one outcome needs, and nothing else.
 *
 * @param wrote what the citizen wrote last; null when that is not to be shown
 * @param objectable it can be objected to, which the letter says
 * @param principles to rest on, in words
 * @param messages that can be passed on: receipt id, and when and how it begins
 * @param firsts how the citizen can hear it first
 * @param planned the talk that stands, in words; null when none does
 * @param stands what is promised and does not move, in words; null when nothing is
 * @param phone whether a number to call is needed
 * @param changes it was put down before
 * @param asked whether they agree that it is passed on; null when they were not asked
 * @param backing who stands behind a deviation
 * @param fits moments for a talk that fit both, in words; null when there are none
 * @param seen the last message on the case page (receipt id); null when there is none
 */
public record DecidePage(
    Frame frame,
    String number,
    String subject,
    Outcome outcome,
    Wrote wrote,
    boolean objectable,
    List<String> principles,
    List<Choice> messages,
    List<Choice> firsts,
    String planned,
    String stands,
    boolean phone,
    boolean changes,
    String seen,
    Form form,
    List<FieldError> errors,
    String problem,
    AskedView asked,
    DecideBacking backing,
    String fits)
    implements Page {
  /**
   * @param when in words
   */
  public record Wrote(String when, String words) {}

  static final Map<String, Outcome> OUTCOMES =
      Map.of(
          "nee",
          Outcome.REFUSED,
          "deels",
          Outcome.PARTLY,
          "elders",
          Outcome.NOT_OURS,
          "nu-niet",
          Outcome.NOT_NOW);

  /** Where one outcome is decided. */
  public static String path(String number, Outcome outcome) {
    String name =
        OUTCOMES.entrySet().stream()
            .filter(one -> one.getValue() == outcome)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    return "/werk/vragen/" + number + "/beslissen/" + name;
  }

  /** Empty when there is no such page. */
  static Optional<Outcome> outcome(String name) {
    return Optional.ofNullable(OUTCOMES.get(name));
  }

  DecidePage fitting(String moments) {
    return new DecidePage(
        frame,
        number,
        subject,
        outcome,
        wrote,
        objectable,
        principles,
        messages,
        firsts,
        planned,
        stands,
        phone,
        changes,
        seen,
        form,
        errors,
        problem,
        asked,
        backing,
        moments);
  }

  @Override
  public String template() {
    return "work/decide.jte";
  }

  public String path() {
    return path(number, outcome);
  }

  public boolean elsewhere() {
    return outcome == Outcome.NOT_OURS;
  }

  public boolean spokenFirst() {
    return outcome.spokenFirst();
  }

  public String typed(String field) {
    return form.get(field);
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
