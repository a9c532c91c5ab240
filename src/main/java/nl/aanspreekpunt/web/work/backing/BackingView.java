package nl.aanspreekpunt.web.work.backing;

import java.util.List;
import nl.aanspreekpunt.casework.Backing;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.backing.AnsweringBacking;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.Names;

/** From what was asked of managers in a case to what one reader sees of it. */
public record BackingView(Frame frame, Directory directory) {
  /** Whether this official is to answer something in it. */
  static boolean answers(Case one, String official) {
    return one.care().backed().open().stream().anyMatch(it -> answers(one, it, official));
  }

  private static boolean answers(Case one, Backing asked, String official) {
    return asked.isOpen()
        && one.promise(asked.promise())
            .filter(Promise::open)
            .filter(promise -> AnsweringBacking.asks(one, promise, official))
            .isPresent();
  }

  /**
   * @param reads whether they read the text of the case; else they see what they are asked only
   */
  List<BackingPage.Asked> of(Case one, boolean reads) {
    String me = frame.viewer().official().id();
    return one.care().backed().all().stream()
        .filter(asked -> reads || answers(one, asked, me))
        .map(asked -> asked(one, asked, me, reads))
        .toList();
  }

  private BackingPage.Asked asked(Case one, Backing asked, String me, boolean reads) {
    Names names = new Names(directory, frame.words());
    return new BackingPage.Asked(
        asked.id(),
        asked.from(),
        asked.because(),
        frame.say("backing.asked", names.of(asked.by()), frame.moments().say(asked.asked())),
        state(one, asked, names),
        asked.explanation(),
        answers(one, asked, me),
        asked.isOpen() && reads && (me.equals(asked.by()) || me.equals(one.official())));
  }

  private String state(Case one, Backing asked, Names names) {
    if (asked.isOpen()) {
      Promise promise = one.promise(asked.promise()).orElseThrow();
      String key = frame.moments().past(promise.due()) ? "backing.late" : "backing.waits";
      return frame.say(key, names.of(one.ownerOf(promise)), frame.moments().say(promise.due()));
    }
    return frame.say(
        "backing.state." + asked.state(),
        names.of(asked.answeredBy()),
        frame.moments().say(asked.answeredAt()));
  }

  /** How each stands, in a line, for the page of the case. */
  public List<String> lines(Case one) {
    return of(one, true).stream().map(it -> "“" + it.from() + "”: " + it.state()).toList();
  }
}
