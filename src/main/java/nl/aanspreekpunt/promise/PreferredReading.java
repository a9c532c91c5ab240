package nl.aanspreekpunt.promise;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.promise.PreferredTimes.Slot;
import nl.aanspreekpunt.promise.SpokenDays.Days;
import nl.aanspreekpunt.promise.SpokenTimes.Read;
import nl.aanspreekpunt.promise.SpokenTimes.Span;

/** One walk over the words of {@link PreferredTimes#in}. */
final class PreferredReading {
  private static final int MOST_SLOTS = 20;
  private static final int DAYS_OF_A_WEEK = 7;
  private static final Set<String> NOT =
      Set.of(
          "niet", "geen", "nooit", "behalve", "not", "never", "no", "except", "don't", "can't",
          "cannot", "won't", "doesn't");
  private static final Set<String> BUT = Set.of("maar", "but");

  /** What makes a denial depend on something: it is not read then. */
  private static final Set<String> IF =
      Set.of("als", "indien", "wanneer", "tenzij", "mits", "if", "when", "unless");

  /** What may stand between a denial and what it denies. */
  private static final Set<String> BETWEEN =
      Set.of(
          ("op in de het 's on at the tijdens during any bel bellen call phone ring mij me ons us"
                  + " for voor")
              .split(" "));

  private static final Set<String> LISTS = Set.of("en", "of", "and", "or", "op", "on");

  /** What people write around a time and says nothing of it. */
  private static final Set<String> AROUND =
      Stream.of(
              ("liever op in de het 's s graag liefst bij voorkeur en of uur u uw kan kunt kun kunnen ik ben"
                      + " wij we zijn bereikbaar thuis mij me ons bel bellen belt gebeld worden terug"
                      + " terugbellen svp aub alstublieft best beste alleen dan is wel ook het beste"
                      + " goed prima ja hallo dag dank dankjewel bedankt mvg groet"
                      + " please on the at and or only i am i'm can be reached available call me us"
                      + " back a an best preferably is fine good any yes hello hi thanks thank you"
                      + " week mogelijk komt uit past heb heeft tijd that works for would suits it"
                      + " dag dagen elke iedere day days every each")
                  .split(" "))
          .collect(Collectors.toUnmodifiableSet());

  private final String written;
  private final Spoken text;
  private final LocalDate said;
  private final List<Slot> slots = new ArrayList<>();
  private final List<Slot> except = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();
  private final List<Days> days = new ArrayList<>();
  private final List<Span> times = new ArrayList<>();
  private final Clause clause = new Clause();
  private int first = -1;
  private int last;

  /** From where in the lists the clause goes that is being read; whether it denies. */
  private static final class Clause {
    private int slots;
    private int days;
    private int times;
    private boolean denies;
  }

  PreferredReading(String words, LocalDate said) {
    this.written = words.substring(0, Math.min(PreferredTimes.LONGEST, words.length()));
    this.text = Spoken.of(written);
    this.said = said;
    if (words.length() > PreferredTimes.LONGEST) {
      unread.add("…");
    }
  }

  PreferredTimes read() {
    int at = 0;
    while (at < text.size()) {
      at = one(at);
    }
    group();
    return new PreferredTimes(most(slots), most(except), unread);
  }

  private static List<Slot> most(List<Slot> all) {
    return all.subList(0, Math.min(MOST_SLOTS, all.size()));
  }

  /** From the first word to the last in which something was read; empty when nothing was. */
  Optional<String> stretch() {
    return first < 0 ? Optional.empty() : Optional.of(written.substring(first, last));
  }

  /** The index after what stands here. */
  private int one(int at) {
    Optional<Read<Days>> day = SpokenDays.at(text, at, said);
    if (day.isPresent()) {
      day(day.get().what());
      return read(at, day.get().end());
    }
    Optional<Read<Span>> time = SpokenTimes.at(text, at);
    if (time.isPresent()) {
      times.add(time.get().what());
      return read(at, time.get().end());
    }
    if (text.words().get(at).sign() || text.at(at, BUT)) {
      ends(at);
      return at + 1;
    }
    return text.at(at, NOT) ? denial(at) : text.at(at, AROUND) ? at + 1 : unread(at);
  }

  private int read(int from, int end) {
    int start = text.row(from - 1, "'s") ? from - 1 : from;
    first = first < 0 ? text.words().get(start).start() : first;
    last = text.words().get(end - 1).end();
    return end;
  }

  /** A day after a time begins anew: "maandag na 3, dinsdag voor 10". */
  private void day(Days day) {
    if (!days.isEmpty() && !times.isEmpty()) {
      group();
      clause.slots = slots.size();
    }
    if (day.span() == null) {
      days.add(day);
    } else {
      add(day, day.span());
    }
  }

  /** "niet op woensdag", "behalve 's ochtends"; or "woensdag kan ik niet". */
  private int denial(int at) {
    int next = at + 1;
    while (text.at(next, BETWEEN) && !says(next)) {
      next++;
    }
    boolean before = says(next);
    boolean after = slots.size() > clause.slots || days.size() > clause.days || timed();
    if (conditional(at) || !(before || after)) {
      return unread(at);
    }
    if (!before) {
      deny();
    }
    group();
    clause.denies = true;
    return read(at, at + 1);
  }

  private boolean timed() {
    return times.size() > clause.times;
  }

  private boolean says(int at) {
    return SpokenDays.at(text, at, said).isPresent() || SpokenTimes.at(text, at).isPresent();
  }

  private boolean conditional(int from) {
    for (int at = from; at < text.size() && !text.words().get(at).sign(); at++) {
      if (text.at(at, IF)) {
        return true;
      }
    }
    return false;
  }

  /** What this clause said is what does not suit. */
  private void deny() {
    List<Slot> these = slots.subList(clause.slots, slots.size());
    except.addAll(these);
    these.clear();
    List<Days> on = days.subList(clause.days, days.size());
    List<Span> at = times.subList(clause.times, times.size());
    cross(List.copyOf(on), List.copyOf(at), except);
    on.clear();
    at.clear();
  }

  /** A clause ends; of a list of days that do not suit the next may be part. */
  private void ends(int at) {
    boolean list =
        clause.denies
            && times.isEmpty()
            && !days.isEmpty()
            && text.at(at).equals(",")
            && onlyDays(at + 1);
    if (clause.denies && !list) {
      group();
      clause.denies = false;
    }
    clause.slots = slots.size();
    clause.days = days.size();
    clause.times = times.size();
  }

  private boolean onlyDays(int from) {
    int at = from;
    while (at < text.size() && !text.words().get(at).sign() && !text.at(at, BUT)) {
      Optional<Read<Days>> day = SpokenDays.at(text, at, said);
      if (day.isEmpty() && !text.at(at, LISTS)) {
        return false;
      }
      at = day.map(Read::end).orElse(at + 1);
    }
    return at > from;
  }

  private void group() {
    cross(List.copyOf(days), List.copyOf(times), clause.denies ? except : slots);
    days.clear();
    times.clear();
    clause.days = 0;
    clause.times = 0;
  }

  private static void cross(List<Days> days, List<Span> times, List<Slot> into) {
    if (days.isEmpty() && times.isEmpty()) {
      return;
    }
    List<Days> on =
        days.isEmpty() ? List.of(Days.each(EnumSet.allOf(DayOfWeek.class), null)) : days;
    List<Span> at = times.isEmpty() ? List.of(Span.ALL) : times;
    on.forEach(day -> at.forEach(span -> add(day, span, into)));
  }

  private void add(Days day, Span span) {
    add(day, span, clause.denies ? except : slots);
  }

  /** Of a stretch of days each of them. */
  private static void add(Days day, Span span, List<Slot> into) {
    if (day.date() == null) {
      into.add(new Slot(null, Set.copyOf(day.days()), span.from(), span.until()));
      return;
    }
    LocalDate start = day.from() == null ? day.date() : day.from();
    start
        .datesUntil(day.date().plusDays(1))
        .limit(DAYS_OF_A_WEEK)
        .forEach(date -> into.add(new Slot(date, Set.of(), span.from(), span.until())));
  }

  /** Words that are not known; after a "not" all up to the next sign. */
  private int unread(int at) {
    int end = at + 1;
    boolean not = text.at(at, NOT);
    while (end < text.size() && !text.words().get(end).sign() && (not || unknown(end))) {
      end++;
    }
    int from = text.words().get(at).start();
    unread.add(written.substring(from, text.words().get(end - 1).end()));
    return end;
  }

  private boolean unknown(int at) {
    return !text.at(at, AROUND) && !text.at(at, NOT) && !text.at(at, BUT) && !says(at);
  }
}
