package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Matter;
import nl.aanspreekpunt.official.Principle;
import nl.aanspreekpunt.official.Topic;
import nl.aanspreekpunt.promise.Norm;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.promise.WorkingTime;

/**
 * By when, from the norms. A principle's urgency goes first and runs in clock hours, but for a
 * decision that the law gives a term on the calendar.
 */
public final class Dues {
  private Dues() {}

  /**
   * By when, and how that is counted.
   *
   * @param onClock in clock hours, instead of the team's opening time
   * @param days how many days on the calendar; null when it is not counted so
   */
  record Term(Instant due, boolean onClock, Integer days) {}

  public static Instant due(PromiseKind kind, Moment moment, Matter matter) {
    return term(kind, moment, matter).due();
  }

  static Term term(PromiseKind kind, Moment moment, Matter matter) {
    Directory directory = moment.directory();
    Norm norm = directory.norm(kind, matter);
    Optional<Principle> principle = principle(directory, matter.topic());
    if (principle.isPresent() && !(kind == PromiseKind.DECISION && norm.onCalendar())) {
      Norm urgency = principle.get().urgency();
      return new Term(WorkingTime.ALWAYS.after(moment.now(), urgency), true, null);
    }
    Instant due = directory.clock(matter.team()).after(moment.now(), norm);
    return new Term(due, false, norm.onCalendar() ? norm.calendarDays() : null);
  }

  /**
   * By when something is due first, and what: as facts of a notice; none when nothing is, or all of
   * it waits for the citizen. What the hub only read in an answer is not told as its own.
   */
  static Map<String, String> first(List<Promise> open) {
    return open.stream()
        .filter(one -> !one.waits() && !one.unconfirmed())
        .min(Comparator.comparing(Promise::due))
        .map(one -> Map.of("due", one.due().toString(), "promise", one.kind().name()))
        .orElse(Map.of());
  }

  static boolean urgent(Moment moment, String topic) {
    return principle(moment.directory(), topic).isPresent();
  }

  /**
   * What the citizen can do until then, in the language they write: by what it is about, else by
   * what its words touch while somebody sees to that.
   */
  public static Optional<String> meanwhile(Directory directory, Case about) {
    return meanwhile(directory, about, about.language());
  }

  /**
   * The same.
   *
   * @param language of who reads it
   */
  public static Optional<String> meanwhile(Directory directory, Case about, String language) {
    return Stream.concat(
            Stream.ofNullable(about.topic()),
            about.care().principled().alerts().stream().filter(Alert::lasts).map(Alert::principle))
        .flatMap(topic -> principle(directory, topic).stream())
        .findFirst()
        .map(one -> one.meanwhile().in(language));
  }

  public static Optional<Principle> principle(Directory directory, String topic) {
    return topic == null ? Optional.empty() : directory.topic(topic).map(Topic::principle);
  }
}
