package nl.aanspreekpunt.web.work;

import java.util.List;
import java.util.stream.Stream;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.team.TeamNow;

/**
 * What needs somebody who leads: first what must be assigned anew, then what is late.
 *
 * @param now how it stands, in figures
 * @param renewed what was moved so often that the next time is up to who leads
 * @param full teams of which everybody who is here is at their cap
 * @param pins pinned rules that cannot be followed now, in words
 * @param setAside what keeps failing and is tried again later
 * @param colleagues to choose a deputy from
 * @param form that was sent back
 */
public record TeamPage(
    Frame frame,
    TeamNow now,
    String teams,
    boolean leads,
    List<Row> assign,
    List<Row> late,
    List<Row> renewed,
    List<Row> unsteady,
    List<Row> uncertain,
    List<Unsent> undelivered,
    List<String> full,
    List<String> pins,
    List<Member> members,
    List<Leaver> leavers,
    List<Missing> missing,
    List<Failing> setAside,
    List<Choice> colleagues,
    List<Choice> gets,
    Form form,
    List<FieldError> errors)
    implements Page {

  /**
   * Something that keeps failing.
   *
   * @param id by which it can be tried now; null when it cannot
   */
  public record Failing(String id, String said) {}

  /**
   * @param what what is the matter, in words
   */
  public record Row(String number, String subject, String who, String what) {}

  /**
   * A message that did not arrive.
   *
   * @param row {@code who} is whom it was for
   * @param entry its outbox id, to have it sent again; null for who may not act in the case
   */
  public record Unsent(Row row, String entry) {}

  /**
   * @param open open questions; {@code capacity} is a full load
   * @param cap so many at most, in words; null when there is none
   * @param away in words; null while here
   * @param chain through whom it goes when they are away
   * @param days which days they work, in words; null when that is whenever the team is open
   */
  public record Member(
      String id,
      String name,
      String function,
      long open,
      int capacity,
      String cap,
      String away,
      String chain,
      List<AwayPage.Away> absences,
      String days) {}

  /**
   * Somebody who left or is to leave, and whose work is not with others for good.
   *
   * @param when since when, or from when, in words
   * @param next what is to be done, or happens by itself, in words
   * @param urgent whether somebody is to choose now
   * @param left how many questions are still theirs
   */
  public record Leaver(
      String id, String name, String when, String next, boolean urgent, int left) {}

  /**
   * Somebody of whom nobody knows whether they are still here.
   *
   * @param why in words
   * @param until the day on which they say that they are back (ISO 8601); empty if they do not
   */
  public record Missing(String id, String name, String why, String until, long open) {}

  @Override
  public String template() {
    return "work/team.jte";
  }

  public boolean allWell() {
    return Stream.of(assign, late, unsteady, uncertain, undelivered).allMatch(List::isEmpty);
  }

  /** Who can stand in for this official. */
  public List<Choice> deputies(String official) {
    return colleagues.stream()
        .filter(one -> !one.value().equals(official))
        .map(one -> one.when(typed(official, "deputy")))
        .toList();
  }

  /** What was typed in the form about this official; empty when it was about another. */
  public String typed(String official, String field) {
    return form.get("official").equals(official) ? form.get(field) : "";
  }

  /** Something about this official's absence was filled in wrongly. */
  public boolean wrong(String official) {
    return Stream.of("from-", "until-", "deputy-").anyMatch(name -> error(name + official) != null);
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
