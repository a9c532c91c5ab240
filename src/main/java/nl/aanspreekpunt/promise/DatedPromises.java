package nl.aanspreekpunt.promise;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.aanspreekpunt.promise.SpokenDays.Days;
import nl.aanspreekpunt.promise.SpokenTimes.Read;
import nl.aanspreekpunt.promise.SpokenTimes.Span;

/**
 * The dated promises in an answer: "Ik bel u donderdag voor 12 uur", "We will let you know by 3
 * December". What is read is offered to its author, who alone can make it a promise; so it reads a
 * little too much rather than too little, but never a question, and never a moment that has passed.
 */
public record DatedPromises(ZoneId zone, WorkingTime hours) {
  private static final int MOST_CHARACTERS = 20_000;
  private static final int LONGEST_SENTENCE = 600;
  private static final int MOST = 5;

  private static final Set<String> WE = Set.of("ik", "wij", "we", "i", "i'll", "we'll");
  private static final Set<String> YOU = Set.of("u", "je", "jij", "you", "you'll");
  private static final Set<String> CALLS =
      Set.of("bel", "bellen", "terugbellen", "opbellen", "call", "phone", "ring");

  /** What we do. */
  private static final Set<String> ANSWERS =
      Set.of(
          ("antwoord antwoorden antwoordt laat laten weten stuur sturen mail mailen reageer"
                  + " reageren bericht berichten kom komen vertel vertellen zoek beslis beslissen"
                  + " answer let know send email write reply respond update get come tell decide"
                  + " inform")
              .split(" "));

  /** What they get. */
  private static final Set<String> GETS =
      Set.of("hoort", "horen", "krijgt", "krijg", "ontvangt", "hear", "get", "receive", "have");

  private static final Set<String> NOT =
      Set.of("niet", "geen", "nooit", "not", "never", "can't", "won't");

  /**
   * @param words as they were written, on one line
   * @param kind ANSWER or CALLBACK
   */
  public record Dated(String words, PromiseKind kind, Instant due) {}

  /** The earliest five, in the order of the text; time grows with its length only. */
  public List<Dated> in(String text, Instant now) {
    List<Dated> all = new ArrayList<>();
    String read = text == null ? "" : text.substring(0, Math.min(MOST_CHARACTERS, text.length()));
    for (String sentence : sentences(read)) {
      one(sentence, now)
          .filter(found -> all.size() < MOST && isNew(found, all))
          .ifPresent(all::add);
    }
    return all;
  }

  private static boolean isNew(Dated found, List<Dated> all) {
    return all.stream().noneMatch(o -> o.kind() == found.kind() && o.due().equals(found.due()));
  }

  /** Parted at the end of a sentence and of a paragraph; what is quoted or asked is left out. */
  private static List<String> sentences(String text) {
    List<String> all = new ArrayList<>();
    StringBuilder one = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean lineStarts = at == 0 || text.charAt(at - 1) == '\n';
      quoted = lineStarts ? c == '>' : quoted;
      char next = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
      boolean stop = c == '!' || c == ';' || (c == '.' && Character.isWhitespace(next));
      boolean paragraph = c == '\n' && next == '\n';
      if (c == '?') {
        one.setLength(0);
      } else if (stop || paragraph) {
        end(one, all);
      } else if (!quoted) {
        one.append(c == '\n' || c == '\r' ? ' ' : c);
      }
    }
    end(one, all);
    return all;
  }

  private static void end(StringBuilder one, List<String> all) {
    String sentence = one.toString().strip();
    one.setLength(0);
    if (!sentence.isEmpty() && sentence.length() <= LONGEST_SENTENCE) {
      all.add(sentence);
    }
  }

  private Optional<Dated> one(String sentence, Instant now) {
    Spoken text = Spoken.of(sentence);
    return kind(text)
        .flatMap(kind -> due(text, now).map(due -> new Dated(brief(sentence), kind, due)))
        .filter(dated -> dated.due().isAfter(now));
  }

  private static String brief(String sentence) {
    String line = sentence.replaceAll("\\s+", " ");
    return line.length() <= 200 ? line : line.substring(0, 199) + "…";
  }

  private static Optional<PromiseKind> kind(Spoken text) {
    boolean we = any(text, WE);
    if (any(text, NOT)) {
      return Optional.empty();
    }
    if (we && any(text, CALLS)) {
      return Optional.of(PromiseKind.CALLBACK);
    }
    boolean answers = (we && any(text, ANSWERS)) || (any(text, YOU) && any(text, GETS));
    return answers ? Optional.of(PromiseKind.ANSWER) : Optional.empty();
  }

  private static boolean any(Spoken text, Set<String> of) {
    return text.words().stream().anyMatch(word -> word.in(of));
  }

  /** The first day and the first time that are said. A time alone is of today. */
  private Optional<Instant> due(Spoken text, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    SpokenTerms terms = new SpokenTerms(today, this::opens);
    Days day = null;
    Span time = null;
    for (int at = 0; at < text.size(); ) {
      Optional<Read<Days>> days = day == null ? day(text, at, terms) : Optional.empty();
      Optional<Read<Span>> times =
          days.isPresent() || time != null ? Optional.empty() : SpokenTimes.at(text, at);
      day = days.map(Read::what).orElse(day);
      time = times.map(Read::what).orElse(time);
      int next = at + 1;
      at = days.map(Read::end).or(() -> times.map(Read::end)).orElse(next);
    }
    Optional<Span> span = Optional.ofNullable(time);
    return day == null
        ? span.filter(said -> !said.equals(Span.ALL)).map(said -> end(today, said))
        : Optional.of(due(day, span, today));
  }

  private static Optional<Read<Days>> day(Spoken text, int at, SpokenTerms terms) {
    return terms.at(text, at).or(() -> SpokenDays.at(text, at, terms.today()));
  }

  private boolean opens(LocalDate date) {
    Instant start = at(date.atStartOfDay());
    return LocalDate.ofInstant(hours.opening(start), zone).equals(date);
  }

  private Instant due(Days day, Optional<Span> time, LocalDate today) {
    LocalDate date = day.date() == null ? next(day.days(), today) : day.date();
    return time.or(() -> Optional.ofNullable(day.span()))
        .map(span -> end(date, span))
        .orElseGet(() -> closing(date));
  }

  private static LocalDate next(Set<DayOfWeek> days, LocalDate today) {
    LocalDate date = today.plusDays(1);
    while (!days.contains(date.getDayOfWeek())) {
      date = date.plusDays(1);
    }
    return date;
  }

  /** "om 10 uur" is due then, "voor 12 uur" at twelve, "na 15 uur" when the team closes. */
  private Instant end(LocalDate date, Span span) {
    if (span.exact()) {
      return at(date.atTime(span.from()));
    }
    Instant closing = closing(date);
    Instant until = at(date.atTime(span.until()));
    boolean open = span.until().getHour() == 23;
    return open && closing.isAfter(at(date.atTime(span.from()))) ? closing : until;
  }

  /** When the team closes that day; 17:00 when it is not open. */
  private Instant closing(LocalDate date) {
    for (int quarter = 95; quarter > 0; quarter--) {
      LocalTime before = LocalTime.of(0, 0).plusMinutes(quarter * 15L);
      if (hours.openAt(at(date.atTime(before))) && hours != WorkingTime.ALWAYS) {
        return at(date.atTime(before)).plusSeconds(15 * 60L);
      }
    }
    return at(date.atTime(17, 0));
  }

  /** A time that the clock skips is the moment of its change; one that comes twice its first. */
  private Instant at(LocalDateTime local) {
    return local.atZone(zone).toInstant();
  }
}
