package nl.aanspreekpunt.web.work.trail;

import java.util.List;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Reassignment;
import nl.aanspreekpunt.official.DirectoryChange;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.outbox.own.TextChange;
import nl.aanspreekpunt.trail.Checked;
import nl.aanspreekpunt.trail.Entry;
import nl.aanspreekpunt.trail.Finding;
import nl.aanspreekpunt.trail.Kind;
import nl.aanspreekpunt.trail.Trace;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.GuideWords;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.setup.texts.LetterTextPage;
import nl.aanspreekpunt.web.work.setup.texts.TextGroups;

/** What is on the trail, in sentences of the reader's language. */
record TrailWords(Frame frame, Names names) {
  private static final int LINES = 8;

  TrailPage.Line line(Trace trace) {
    if (trace instanceof Trace.OfDirectory directory) {
      return line(directory.change());
    }
    if (trace instanceof Trace.OfText text) {
      return line(text.change());
    }
    return trace instanceof Trace.OfWork work
        ? line(work.one())
        : line(((Trace.Own) trace).entry());
  }

  private TrailPage.Line line(Reassignment one) {
    String said = frame.say("trail.work." + one.reason(), names.of(one.by()));
    return new TrailPage.Line(one.at(), said, null, List.of(), null, null);
  }

  private TrailPage.Line line(DirectoryChange change) {
    GuideWords words = new GuideWords(frame, names);
    List<String> first = change.lines().stream().limit(LINES).map(words::of).toList();
    int left = change.lines().size() - first.size();
    List<String> all =
        left == 0
            ? first
            : Stream.concat(first.stream(), Stream.of(frame.say("trail.more", left))).toList();
    String said = frame.say("trail.directory." + change.what(), names.of(change.by()));
    boolean opens = frame.viewer().is(Role.ADMINISTRATOR);
    return new TrailPage.Line(change.at(), said, null, all, null, opens ? "/werk/gids" : null);
  }

  private TrailPage.Line line(TextChange change) {
    String said =
        frame.say(
            "trail.text", names.of(change.by()), TextGroups.name(change.key(), frame.words()));
    List<String> more =
        Stream.of("nl", "en").map(language -> became(change.in(language), language)).toList();
    String path = LetterTextPage.path(change.key()) + "#versie-" + change.version();
    boolean opens = frame.viewer().is(Role.ADMINISTRATOR);
    return new TrailPage.Line(change.at(), said, null, more, null, opens ? path : null);
  }

  private String became(String own, String language) {
    return own == null
        ? frame.say("trail.text.program." + language)
        : frame.say("trail.text." + language, own);
  }

  private TrailPage.Line line(Entry entry) {
    List<String> more =
        entry.kind() == Kind.TOKEN_MADE && entry.detail() != null
            ? List.of(frame.say("trail.may", entry.detail()))
            : List.of();
    String reason = entry.kind() == Kind.TOKEN_MADE ? null : entry.detail();
    String origin = entry.origin() == null ? null : frame.say("trail.origin", entry.origin());
    return new TrailPage.Line(entry.at(), said(entry), reason, more, origin, path(entry));
  }

  private String said(Entry entry) {
    String key = "trail.kind." + entry.kind();
    if (entry.by() == null) {
      return frame.say(key + ".nobody");
    }
    if (entry.kind().ofCase() && entry.about() == null) {
      return frame.say(key + ".withheld", names.of(entry.by()));
    }
    String about = entry.kind() == Kind.FIRST_PASSWORD ? names.of(entry.about()) : entry.about();
    return frame.say(key, names.of(entry.by()), about);
  }

  private String path(Entry entry) {
    if (entry.kind().ofCase()) {
      return entry.about() == null ? null : "/werk/vragen/" + entry.about();
    }
    boolean learned = entry.kind() == Kind.LEARNED_ON || entry.kind() == Kind.LEARNED_OFF;
    return learned && frame.viewer().is(Role.ADMINISTRATOR) ? "/werk/geleerd" : null;
  }

  TrailPage.Check check(Checked checked, String first, String last) {
    String said =
        checked.chains() == 0
            ? frame.say("trail.check.empty", first, last)
            : frame.say(
                checked.whole() ? "trail.check.whole" : "trail.check.broken",
                first,
                last,
                checked.entries());
    Stream<String> rest =
        checked.all()
            ? Stream.of()
            : Stream.of(frame.say("trail.check.until", frame.moments().say(checked.until())));
    List<String> findings =
        Stream.concat(checked.findings().stream().map(this::finding), rest).toList();
    String mark = checked.mark().isEmpty() ? null : checked.mark();
    return new TrailPage.Check(checked.whole(), said, findings, mark);
  }

  private String finding(Finding one) {
    String at = one.at() == null ? "?" : frame.moments().say(one.at());
    return frame.say("trail.found." + one.what(), at, one.first(), one.last(), one.chain());
  }
}
