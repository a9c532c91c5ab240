package nl.aanspreekpunt.web.work.writing;

import java.util.List;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Mentions;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.OwnCase;

/**
 * A note in which this reader was named.
 *
 * @param path of the case
 * @param says who named them and when, in words
 * @param seen path to say that they saw it
 */
public record MentionRow(String id, String path, String subject, String says, String seen) {
  /** Of those that this reader may read now: a case may have moved since. */
  public static List<MentionRow> of(List<Case> cases, Frame frame, Moment moment) {
    Viewer viewer = frame.viewer();
    Names names = new Names(moment.directory(), frame.words());
    return cases.stream()
        .filter(one -> Access.of(one, viewer.official(), viewer.roles(), moment).reads())
        .flatMap(
            one ->
                one.care().mentions().waitingFor(viewer.official().id()).stream()
                    .map(it -> row(one, it, frame, names)))
        .toList();
  }

  private static MentionRow row(Case one, Mentions.Mention it, Frame frame, Names names) {
    return new MentionRow(
        it.id(),
        OwnCase.page(one),
        names.subject(one),
        frame.say("mention.by", names.of(it.by()), frame.moments().say(it.at())),
        OwnCase.page(one) + "/genoemd/" + it.id());
  }

  /** Beside a note: whom it names, and who saw it. */
  public static String beside(Case one, CaseEvent.Noted note, Frame frame, Names names) {
    String named =
        one.care().mentions().of(note.at(), note.by()).stream()
            .map(
                it ->
                    it.seen() == null
                        ? frame.say("mention.waits", names.of(it.to()))
                        : frame.say(
                            "mention.seen", names.of(it.to()), frame.moments().say(it.seen())))
            .collect(Collectors.joining(" · "));
    String only = frame.say("case.note.only");
    return named.isEmpty() ? only : only + " · " + named;
  }
}
