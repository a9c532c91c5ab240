package nl.aanspreekpunt.promise;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.aanspreekpunt.promise.SpokenMoments.Day;
import nl.aanspreekpunt.promise.SpokenMoments.Due;
import nl.aanspreekpunt.promise.SpokenTimes.Read;
import nl.aanspreekpunt.promise.SpokenTimes.Span;

/**
 * The dated promises in an answer: "Ik bel u donderdag voor 12 uur", "We will let you know by 3
 * December". A sentence may hold several. Never a question, nor what is denied or over, nor a
 * moment that has passed; in doubt about a moment the earlier one.
 */
public record DatedPromises(ZoneId zone, WorkingTime hours) {
  private static final int MOST_CHARACTERS = 20_000;
  private static final int MOST = 5;

  /** Between these lies what may be a promise of its own. */
  private static final Set<String> PARTS = Set.of(",", "en", "and", "maar", "but", "(", ")");

  /** What comes after these is said aside, up to the next part. */
  private static final Set<String> ASIDE =
      Set.of("als", "if", "when", "omdat", "because", "tenzij", "unless", "zodra");

  /**
   * @param words as they were written, on one line
   * @param kind ANSWER, CALLBACK or DECISION
   * @param from not before; null when it may be done at any time until it is due
   */
  public record Dated(String words, PromiseKind kind, Instant due, Instant from) {}

  /** The earliest five, in the order of the text; time grows with its length only. */
  public List<Dated> in(String text, Instant now) {
    return in(text, now, sentence -> read(sentence, now));
  }

  /** Of many texts that are nearly the same: a sentence that comes again is read once. */
  public Function<String, List<Dated>> reader(Instant now) {
    Map<String, List<Dated>> known = new HashMap<>();
    return text -> in(text, now, one -> known.computeIfAbsent(one, it -> read(it, now)));
  }

  private List<Dated> read(String sentence, Instant now) {
    return new Sentence(sentence, new SpokenMoments(zone, hours, now)).read();
  }

  private static List<Dated> in(String text, Instant now, Function<String, List<Dated>> sentences) {
    List<Dated> all = new ArrayList<>();
    String read = text == null ? "" : text.substring(0, Math.min(MOST_CHARACTERS, text.length()));
    for (String sentence : SpokenSentences.in(read)) {
      for (Dated found : sentences.apply(sentence)) {
        if (all.size() < MOST && found.due().isAfter(now) && isNew(found, all)) {
          all.add(found);
        }
      }
    }
    return all;
  }

  private static boolean isNew(Dated found, List<Dated> all) {
    return all.stream().noneMatch(o -> o.kind() == found.kind() && o.due().equals(found.due()));
  }

  /** What is promised so far: in which words, and by when. */
  private static final class Said {
    private final int start;
    private int end;
    private PromiseKind kind;
    private Day day;
    private Span time;

    Said(int start) {
      this.start = start;
    }

    boolean dated() {
      return day != null || time != null;
    }
  }

  /** One walk over a sentence; lives within {@link #in}. */
  private static final class Sentence {
    private final String written;
    private final Spoken text;
    private final SpokenMoments moments;
    private final SpokenTerms terms;
    private final List<Said> all = new ArrayList<>();
    private boolean ours;

    Sentence(String written, SpokenMoments moments) {
      this.written = written;
      this.text = Spoken.of(SpokenSentences.own(written));
      this.moments = moments;
      this.terms = moments.terms();
    }

    List<Dated> read() {
      for (int at = 0; at < text.size(); ) {
        at = clause(at);
      }
      List<Said> kept = all.stream().filter(one -> one.kind != null && one.dated()).toList();
      List<Dated> read = new ArrayList<>();
      for (Said one : kept) {
        moments
            .due(one.day, one.time)
            .map(due -> dated(one, due, kept.size() == 1))
            .ifPresent(read::add);
      }
      return read;
    }

    private Dated dated(Said one, Due due, boolean alone) {
      String words =
          alone
              ? written
              : written.substring(
                  text.words().get(one.start).start(), text.words().get(one.end - 1).end());
      return new Dated(brief(words), one.kind, due.due(), due.from());
    }

    private static String brief(String words) {
      String line = words.replaceAll("\\s+", " ").strip();
      return line.length() <= 200 ? line : line.substring(0, 199) + "…";
    }

    /** Reads one clause; the index of the first word of the next. */
    private int clause(int start) {
      Said one = new Said(start);
      boolean afterDay = false;
      int at = start;
      while (at < text.size() && !parts(at, start)) {
        Optional<Read<Optional<Day>>> day = moments.day(text, at, terms);
        boolean by = one.day != null && (one.day.by() || one.day.before());
        Optional<Read<Span>> time =
            day.isPresent() && !ends(at)
                ? Optional.empty()
                : SpokenMoments.time(text, at, afterDay, by);
        if (time.isPresent()) {
          one.time = one.time == null ? time.get().what() : one.time;
          at = time.get().end();
        } else if (day.isPresent()) {
          one.day = one.day == null ? day.get().what().orElse(null) : one.day;
          at = day.get().end();
        } else {
          at++;
        }
        afterDay = day.isPresent() && time.isEmpty();
      }
      one.end = Math.max(at, start + 1);
      PromiseWords words = new PromiseWords(text, start, at);
      if (at > start && !words.aside()) {
        one.kind = words.kind(ours).orElse(null);
        if (!words.denies()) {
          join(one);
        }
        ours = words.ours() || (ours && !words.theirs());
      }
      return at < text.size() && text.at(at, PARTS) ? at + 1 : Math.max(at, start + 1);
    }

    /** "voor het einde van de dag" is a time, though "voor" may begin a day. */
    private boolean ends(int at) {
      return text.at(at, Set.of("eind", "einde", "end"))
          && SpokenMoments.time(text, at, false, false).isPresent();
    }

    private boolean parts(int at, int start) {
      return text.at(at, PARTS) || (at > start && text.at(at, ASIDE));
    }

    /** Adds a clause to what was said before, or begins a promise of its own with it. */
    private void join(Said one) {
      Said last = all.isEmpty() ? null : all.get(all.size() - 1);
      if (last == null || (last.kind != null && last.dated() && one.kind != null)) {
        begin(one, last);
      } else if (one.kind == null) {
        only(one, last);
      } else {
        one.day = one.day == null ? last.day : one.day;
        one.time = one.time == null ? last.time : one.time;
        Said joined = new Said(last.start);
        joined.end = one.end;
        joined.kind = one.kind;
        joined.day = one.day;
        joined.time = one.time;
        all.set(all.size() - 1, joined);
      }
    }

    /** What has no moment of its own may say what the one before really is. */
    private void begin(Said one, Said last) {
      if (one.dated() || one.kind != null) {
        if (last != null && !one.dated() && last.kind == PromiseKind.ANSWER) {
          last.kind = one.kind;
        }
        all.add(one);
      }
    }

    /** A moment alone: of the promise that has none yet, or of one that follows. */
    private void only(Said one, Said last) {
      if (!one.dated()) {
        return;
      }
      boolean completes = one.day == null && last.time == null && last.day != null;
      if (!last.dated() || completes || last.kind == null) {
        last.day = last.day == null ? one.day : last.day;
        last.time = last.time == null ? one.time : last.time;
        last.end = one.end;
      } else {
        all.add(one);
      }
    }
  }
}
