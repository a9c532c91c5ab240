package nl.aanspreekpunt.web.work.bulk;

import java.util.ArrayList;
import java.util.List;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Departing;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Reachable;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.work.Names;

/** From questions that were chosen to what would happen to each. */
record BulkView(Frame frame, Moment moment) {
  private Names names() {
    return new Names(moment.directory(), frame.words());
  }

  boolean mayAct(Case one) {
    return access(one).mayAct();
  }

  private Access access(Case one) {
    Viewer viewer = frame.viewer();
    return Access.of(one, viewer.official(), viewer.roles(), moment);
  }

  /**
   * @param moves what would move; those of {@code all} that are not among it stay
   */
  BulkPage page(
      List<Case> all, String to, String note, List<Departing.Item> moves, List<FieldError> errors) {
    List<String> moved = moves.stream().map(one -> one.moves().id()).toList();
    List<BulkPage.Row> stays = new ArrayList<>();
    for (Case one : all) {
      if (!to.isEmpty() && !moved.contains(one.id()) && access(one) != Access.NONE) {
        stays.add(new BulkPage.Row(one.id(), subject(one), why(one, to)));
      }
    }
    return new BulkPage(
        frame,
        all.stream().map(Case::id).toList(),
        colleagues(to),
        to,
        note,
        moves.stream().map(this::row).toList(),
        stays,
        null,
        errors);
  }

  private BulkPage.Row row(Departing.Item item) {
    Case one = item.moves();
    return new BulkPage.Row(
        one.id(),
        subject(one),
        frame.say("bulk.moves", names().of(one.official()), names().of(item.to()))
            + " "
            + told(one));
  }

  private String told(Case one) {
    return one.participant(one.contact() == null ? "" : one.contact())
        .map(who -> frame.say("bulk.told." + Reachable.by(who), names().participant(who)))
        .orElse("");
  }

  private String subject(Case one) {
    return access(one).showsSubject(one) ? names().subject(one) : frame.say("case.title", one.id());
  }

  private String why(Case one, String to) {
    String code =
        !mayAct(one)
            ? "not-yours"
            : !one.open() ? "closed" : one.official().equals(to) ? "has-it" : "barred";
    return frame.say("bulk.stays." + code, names().of(to));
  }

  /** Who is away now is no choice: nothing is to go to who does not see it. */
  private List<Choice> colleagues(String to) {
    return moment.directory().officials().stream()
        .map(Official::id)
        .filter(id -> moment.directory().here(id, moment.now()))
        .map(id -> new Choice(id, names().of(id), id.equals(to)))
        .toList();
  }
}
