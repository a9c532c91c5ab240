package nl.aanspreekpunt.web.work.sofar;

import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.SoFarNote;
import nl.aanspreekpunt.casework.sofar.SoFar;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.OwnCase;

/**
 * How the story so far stands, where work is done or changes hands.
 *
 * @param path of its page
 * @param said who wrote it when, and who read it; or that there is none
 * @param first whether this reader is to read it first
 * @param asked what is asked before others take over, in words; null: nothing
 */
public record SoFarWords(String path, String said, boolean first, String asked) {
  public static SoFarWords of(Case one, Frame frame, Names names) {
    SoFarNote note = one.care().soFar();
    return new SoFarWords(
        path(one),
        note == null ? frame.say("sofar.none") : said(note, frame, names),
        SoFarNote.toRead(one, frame.viewer().official().id()),
        asked(one, frame));
  }

  private static String said(SoFarNote note, Frame frame, Names names) {
    String written =
        frame.say("sofar.written", names.of(note.by()), frame.moments().say(note.at()));
    String read =
        note.readers().isEmpty()
            ? frame.say("sofar.unread")
            : frame.say(
                "sofar.read-by",
                String.join(", ", note.readers().stream().map(names::of).toList()));
    return written + " " + read;
  }

  public static String path(Case one) {
    return OwnCase.page(one) + "/tot-nu-toe";
  }

  /** Null when one is newer than the last message. */
  public static String asked(Case one, Frame frame) {
    return SoFarNote.asked(one)
        ? frame.say(one.care().soFar() == null ? "sofar.asked" : "sofar.asked.older")
        : null;
  }

  static SoFarPage.Correction correction(SoFar.Correction one, Frame frame, Names names) {
    String who = one.name() == null ? frame.say("work.citizen.unknown") : one.name();
    return new SoFarPage.Correction(
        one.id(),
        frame.say("sofar.said", who, frame.moments().say(one.at())),
        one.words(),
        SoFarView.answer(frame, one, one.open() ? "" : names.of(one.answeredBy())));
  }

  /** A story from another time, to be read. */
  public static SoFarPage.Before before(String title, SoFar it, Frame frame, Names names) {
    return new SoFarPage.Before(
        title,
        null,
        frame.say("sofar.written", names.of(it.by()), frame.moments().say(it.at())),
        SoFarView.parts(frame, it.parts()),
        it.corrections().stream().map(one -> correction(one, frame, names)).toList());
  }
}
