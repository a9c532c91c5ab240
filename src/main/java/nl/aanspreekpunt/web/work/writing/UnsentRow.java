package nl.aanspreekpunt.web.work.writing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Planned;
import nl.aanspreekpunt.casework.bulk.Bulk;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.OwnCase;
import nl.aanspreekpunt.web.work.bulk.BulkActPage;

/**
 * An answer of this reader that has not gone, on Today; one for several stands there once.
 *
 * @param number of its case; empty when it is one answer for several
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
    List<UnsentRow> rows = new ArrayList<>();
    Map<String, UnsentRow> several = new LinkedHashMap<>();
    for (Case one : cases) {
      if (access(one, viewer, moment) == Access.NONE) {
        continue;
      }
      for (Planned it : one.care().plans().all()) {
        Optional<String> among = Bulk.of(it).filter(id -> it.waits());
        if (!it.by().equals(me) || !(it.waits() || !it.back().known())) {
          continue;
        }
        if (among.isPresent()) {
          several.computeIfAbsent(among.get(), id -> several(id, it, frame));
        } else {
          rows.add(row(one, it, new WritingView(frame, names, one, moment)));
        }
      }
    }
    return Stream.concat(several.values().stream(), rows.stream()).toList();
  }

  /** One row for the whole: where each of them stands, and all can be taken back. */
  private static UnsentRow several(String bulk, Planned it, Frame frame) {
    return new UnsentRow(
        "",
        it.id(),
        BulkActPage.PATH + "/" + bulk,
        frame.say("bulk.today"),
        frame.say("writing.today.goes", frame.moments().say(it.goesAt())),
        null);
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
