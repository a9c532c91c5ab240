package nl.aanspreekpunt.web.work.writing;

import java.util.List;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Planned;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.OwnCase;

/**
 * An answer of this reader that has not gone, on Today.
 *
 * @param number of its case
 * @param subject the number in words when the subject is not for this reader
 * @param says when it goes, or why it did not
 * @param known path to say that they know; null while it waits for its moment
 */
public record UnsentRow(
    String number, String id, String path, String subject, String says, String known) {
  public static List<UnsentRow> of(List<Case> cases, Frame frame, Moment moment) {
    Names names = new Names(moment.directory(), frame.words());
    Viewer viewer = frame.viewer();
    String me = viewer.official().id();
    return cases.stream()
        .filter(one -> access(one, viewer, moment) != Access.NONE)
        .flatMap(
            one ->
                one.care().plans().all().stream()
                    .filter(it -> it.by().equals(me) && (it.waits() || !it.back().known()))
                    .map(it -> row(one, it, new WritingView(frame, names, one, moment))))
        .toList();
  }

  private static Access access(Case one, Viewer viewer, Moment moment) {
    return Access.of(one, viewer.official(), viewer.roles(), moment);
  }

  private static UnsentRow row(Case one, Planned it, WritingView view) {
    Frame frame = view.frame();
    boolean subject = access(one, frame.viewer(), view.moment()).showsSubject(one);
    return new UnsentRow(
        one.id(),
        it.id(),
        OwnCase.page(one) + (it.waits() ? "" : "?concept=" + it.id() + "#antwoord"),
        subject ? view.names().subject(one) : frame.say("case.title", one.id()),
        it.waits()
            ? frame.say("writing.today.goes", frame.moments().say(it.goesAt()))
            : view.why(it),
        it.waits() ? null : OwnCase.page(one) + "/straks/" + it.id() + "/gezien");
  }

  public boolean waits() {
    return known == null;
  }
}
