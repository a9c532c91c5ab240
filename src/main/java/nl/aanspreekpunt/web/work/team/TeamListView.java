package nl.aanspreekpunt.web.work.team;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Foreseen;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.figures.Day;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.DueWords;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.TeamPage;

/** From cases to the list that who leads the team reads. */
final class TeamListView {
  private final Frame frame;
  private final Moment moment;
  private final String path;
  private final String who;
  private final int from;
  private final Names names;
  private final DueWords dues;

  /**
   * @param who of whom alone it is; null: of all
   */
  TeamListView(Frame frame, Moment moment, String path, String who, int from) {
    this.frame = frame;
    this.moment = moment;
    this.path = path;
    this.who = who;
    this.from = from;
    this.names = new Names(moment.directory(), frame.words());
    this.dues = new DueWords(frame.moments());
  }

  /**
   * A case, and why it is in the list; what is null is not why.
   *
   * @param kept whether a promise in it was
   */
  record Found(Case in, Foreseen step, Outgoing lost, Boolean kept) {
    static List<Found> all(List<Case> some) {
      return some.stream().map(one -> new Found(one, null, null, null)).toList();
    }

    static Found of(Foreseen step) {
      return new Found(step.in(), step, null, null);
    }

    static Found of(Case in, Outgoing lost) {
      return new Found(in, null, lost, null);
    }

    /** What is destroyed since is left out. */
    static List<Found> of(List<Day.Behind> promises, List<Case> found) {
      Map<String, Case> known =
          found.stream().collect(Collectors.toMap(Case::id, Function.identity()));
      return promises.stream()
          .filter(one -> known.containsKey(one.number()))
          .map(one -> new Found(known.get(one.number()), null, null, one.kept()))
          .toList();
    }
  }

  TeamListPage page(List<Found> all, String lead) {
    List<TeamPage.Row> rows =
        all.stream().map(this::row).filter(Objects::nonNull).skip(from).toList();
    List<TeamPage.Row> shown = rows.subList(0, Math.min(rows.size(), TeamListPage.SHOWN));
    boolean more = rows.size() > TeamListPage.SHOWN;
    return new TeamListPage(
        frame,
        lead,
        shown,
        shown.isEmpty() || (from == 0 && !more)
            ? null
            : frame.say("team.list.which", from + 1, from + shown.size()),
        from == 0 ? null : place(Math.max(0, from - TeamListPage.SHOWN)),
        more ? place(from + TeamListPage.SHOWN) : null);
  }

  private String place(int first) {
    return path + "?" + (who == null ? "" : "wie=" + who + "&") + "vanaf=" + first;
  }

  /** Null: not even that it exists is for this reader. */
  private TeamPage.Row row(Found found) {
    Case one = found.in();
    Access access = Access.of(one, frame.viewer().official(), frame.viewer().roles(), moment);
    if (access == Access.NONE) {
      return null;
    }
    String subject =
        access.showsSubject(one) ? names.subject(one) : frame.say("case.title", one.id());
    return new TeamPage.Row(one.id(), subject, names.of(one.official()), why(found));
  }

  private String why(Found found) {
    Case one = found.in();
    if (found.step() != null) {
      return frame.say("soon.step." + found.step().does(), names.of(found.step().to()))
          + " "
          + frame.moments().say(found.step().at());
    }
    if (found.lost() != null) {
      return frame.say("work.state." + found.lost().state());
    }
    if (found.kept() != null) {
      return frame.say(found.kept() ? "team.list.kept" : "team.list.missed");
    }
    if (one.route().certainty() == Match.Certainty.UNCERTAIN) {
      return names.routes().brief(one.route());
    }
    return one.openPromises().stream()
        .findFirst()
        .map(promise -> names.kind(promise) + " · " + dues.say(promise.attentionAt()))
        .orElseGet(() -> frame.say("team.list.nothing"));
  }
}
