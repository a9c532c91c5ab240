package nl.aanspreekpunt.web.work.trail;

import java.util.List;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Reassignment;
import nl.aanspreekpunt.official.DirectoryChange;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.outbox.own.TextChange;
import nl.aanspreekpunt.trail.Checked;
import nl.aanspreekpunt.trail.Deeds;
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
  private static final int OF_TOKEN = 8;
  private static final String OFFICIAL = " ?official=";

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
    return new TrailPage.Line(one.at(), said, null, List.of(), null, null, null);
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
    return new TrailPage.Line(
        change.at(), said, null, all, null, opens ? "/werk/gids" : null, null);
  }

  private TrailPage.Line line(TextChange change) {
    String said =
        frame.say(
            "trail.text", names.of(change.by()), TextGroups.name(change.key(), frame.words()));
    List<String> more =
        Stream.of("nl", "en").map(language -> became(change.in(language), language)).toList();
    String path = LetterTextPage.path(change.key()) + "#versie-" + change.version();
    boolean opens = frame.viewer().is(Role.ADMINISTRATOR);
    return new TrailPage.Line(change.at(), said, null, more, null, opens ? path : null, null);
  }

  private String became(String own, String language) {
    return own == null
        ? frame.say("trail.text.program." + language)
        : frame.say("trail.text." + language, own);
  }

  private TrailPage.Line line(Entry entry) {
    return new TrailPage.Line(
        entry.at(),
        said(entry),
        reason(entry),
        more(entry),
        origin(entry),
        path(entry),
        which(entry));
  }

  private String which(Entry entry) {
    boolean theirs = frame.viewer().is(Role.AUDITOR) && entry.kind().ofCase();
    return theirs && entry.detail() != null ? entry.key() : null;
  }

  private static String reason(Entry entry) {
    return switch (entry.kind()) {
      case TOKEN_MADE, MORE_REFUSED, TRAIL_EXPORTED -> null;
      default -> entry.detail();
    };
  }

  private List<String> more(Entry entry) {
    if (entry.isUntold()) {
      return List.of(frame.say("trail.untold"));
    }
    return switch (entry.kind()) {
      case TOKEN_MADE -> {
        String[] may = (entry.detail() == null ? "" : entry.detail()).split(OFFICIAL, 2);
        Stream<String> whose =
            may.length < 2
                ? Stream.of()
                : Stream.of(frame.say("trail.token.official", names.of(may[1])));
        Stream<String> first =
            may[0].isEmpty() ? Stream.of() : Stream.of(frame.say("trail.may", may[0]));
        yield Stream.of(first, whose, code(entry)).flatMap(one -> one).toList();
      }
      case TOKEN_REVOKED -> code(entry).toList();
      case TRAIL_EXPORTED ->
          entry.detail() == null ? List.of() : List.of(frame.say("trail.part", entry.detail()));
      default -> List.of();
    };
  }

  /** By which it is known where it acts. */
  private Stream<String> code(Entry entry) {
    String[] id = entry.id().split("/", -1);
    return id.length < 2 ? Stream.of() : Stream.of(frame.say("trail.token.code", shortened(id[1])));
  }

  private static String shortened(String token) {
    return token.substring(0, Math.min(OF_TOKEN, token.length()));
  }

  private String origin(Entry entry) {
    if (Deeds.isToken(entry.origin())) {
      return frame.say("trail.through", shortened(after(entry.origin())));
    }
    return entry.origin() == null ? null : frame.say("trail.origin", entry.origin());
  }

  private static String after(String token) {
    return token.substring(token.indexOf(':') + 1);
  }

  private String who(String by) {
    return Deeds.isToken(by) ? frame.say("trail.token", shortened(after(by))) : names.of(by);
  }

  private String said(Entry entry) {
    String key = "trail.kind." + entry.kind();
    if (entry.kind() == Kind.MORE_REFUSED) {
      return frame.say(key, entry.detail() == null ? "?" : entry.detail());
    }
    if (entry.by() == null) {
      return frame.say(key + ".nobody");
    }
    if (entry.kind().ofCase() && entry.about() == null) {
      return frame.say(key + ".withheld", who(entry.by()));
    }
    boolean official = entry.kind() == Kind.FIRST_PASSWORD || entry.kind() == Kind.ACCOUNT_ENDED;
    String about = official ? names.of(entry.about()) : entry.about();
    return frame.say(key, who(entry.by()), about);
  }

  private String path(Entry entry) {
    if (entry.kind().ofCase()) {
      return entry.about() == null ? null : "/werk/vragen/" + entry.about();
    }
    boolean learned = entry.kind() == Kind.LEARNED_ON || entry.kind() == Kind.LEARNED_OFF;
    return learned && frame.viewer().is(Role.ADMINISTRATOR) ? "/werk/geleerd" : null;
  }

  TrailPage.Check check(Checked checked, String first, String last) {
    boolean broken = !checked.findings().isEmpty();
    String outcome =
        broken ? "broken" : checked.whole() ? "whole" : checked.all() ? "empty" : "much";
    String said = frame.say("trail.check." + outcome, first, last, checked.entries());
    Stream<String> rest =
        checked.all() || !checked.until().isAfter(checked.from())
            ? Stream.of()
            : Stream.of(frame.say("trail.check.until", frame.moments().say(checked.until())));
    List<String> findings =
        Stream.concat(checked.findings().stream().map(this::finding), rest).toList();
    String mark = checked.mark().isEmpty() ? null : checked.mark();
    return new TrailPage.Check(checked.whole(), broken, said, findings, mark);
  }

  private String finding(Finding one) {
    String at = one.at() == null ? "?" : frame.moments().say(one.at());
    return frame.say("trail.found." + one.what(), at, one.first(), one.last(), one.chain());
  }
}
