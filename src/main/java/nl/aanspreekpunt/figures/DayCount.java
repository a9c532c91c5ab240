package nl.aanspreekpunt.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Tally;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.Promise;

/**
 * Counts one day: the definitions of the figures over time, in code. Asks no store and no clock;
 * lives within one count, never shared.
 */
final class DayCount {
  private final ZoneId zone;
  private final LocalDate day;
  private final Instant from;
  private final Instant until;
  private final Instant now;
  private final Map<String, Map<Group, Sums>> sums = new TreeMap<>();
  private final Map<String, List<Day.Behind>> promises = new LinkedHashMap<>();

  private record Group(Slice.By by, String key) implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      int first = by.compareTo(other.by);
      return first == 0 ? key.compareTo(other.key) : first;
    }
  }

  /**
   * @param now what is due later is not late yet
   */
  DayCount(LocalDate day, ZoneId zone, Instant now) {
    this.zone = zone;
    this.day = day;
    this.from = day.atStartOfDay(zone).toInstant();
    this.until = day.plusDays(1).atStartOfDay(zone).toInstant();
    this.now = now;
  }

  /** What was joined to another counts there. */
  void add(Case one) {
    Tally tally = one.care().tally();
    if (tally == null || one.joined() || one.care().policy() != null) {
      return;
    }
    Tally.Daily daily = tally.daily();
    if (within(daily.answeredAt()) && tally.askedAt() != null) {
      long took = Duration.between(tally.askedAt(), daily.answeredAt()).toMinutes();
      int minutes = (int) Math.max(0, Math.min(took, Integer.MAX_VALUE));
      to(one, sum -> sum.answered(minutes, one.official()));
    }
    if (within(daily.closedAt())) {
      to(one, sum -> sum.closed(one.met().size(), one.official()));
    }
    daily.came().stream()
        .filter(came -> within(came.at()))
        .forEach(
            came -> {
              int hour = came.at().atZone(zone).getHour();
              to(one, sum -> sum.came(came.channel().name(), hour));
            });
    one.promises().stream().filter(Promise::toCitizen).forEach(each -> promised(one, each));
  }

  private void promised(Case one, Promise promise) {
    firstTry(promise)
        .filter(first -> within(first.at()))
        .forEach(
            first ->
                to(
                    one,
                    sum -> sum.tried(first.outcome() == Attempt.Outcome.REACHED, one.official())));
    boolean kept = promise.state() == Promise.State.KEPT;
    boolean past = kept || promise.due().isBefore(now);
    boolean before =
        promise.state() == Promise.State.WITHDRAWN && !promise.endedAt().isAfter(promise.due());
    if (within(promise.due()) && past && !before) {
      boolean inTime = kept && !promise.endedAt().isAfter(promise.due());
      to(one, sum -> sum.due(inTime, one.official()));
      List<Day.Behind> behind = promises.computeIfAbsent(one.team(), team -> new ArrayList<>());
      if (behind.size() < Day.MOST) {
        behind.add(new Day.Behind(one.id(), inTime));
      }
    }
  }

  private static Stream<Attempt> firstTry(Promise promise) {
    return promise.callback() == null
        ? Stream.empty()
        : promise.callback().attempts().stream().limit(1);
  }

  private void to(Case one, UnaryOperator<Sums> more) {
    String topic = one.topic() == null ? "" : one.topic();
    String neighbourhood = one.neighbourhood() == null ? "" : one.neighbourhood();
    for (String scope : List.of(Day.ALL_TEAMS, one.team())) {
      Map<Group, Sums> all = sums.computeIfAbsent(scope, key -> new TreeMap<>());
      List.of(
              new Group(Slice.By.ALL, ""),
              new Group(Slice.By.TEAM, one.team()),
              new Group(Slice.By.TOPIC, topic),
              new Group(Slice.By.NEIGHBOURHOOD, neighbourhood))
          .forEach(group -> all.put(group, more.apply(all.getOrDefault(group, Sums.NONE))));
    }
  }

  private boolean within(Instant moment) {
    return moment != null && !moment.isBefore(from) && moment.isBefore(until);
  }

  /**
   * One for each team, and last the one of all: when that is there, the others are.
   *
   * @param teams whose day is put down also when there was nothing
   */
  List<Day> counted(List<String> teams, boolean ended, long tookMillis) {
    TreeSet<String> scopes = new TreeSet<>(teams);
    scopes.addAll(sums.keySet());
    scopes.remove(Day.ALL_TEAMS);
    return Stream.concat(scopes.stream(), Stream.of(Day.ALL_TEAMS))
        .map(
            scope ->
                new Day(
                    day + "/" + scope,
                    1,
                    now,
                    ended,
                    tookMillis,
                    sums.getOrDefault(scope, Map.of()).entrySet().stream()
                        .map(
                            one -> new Slice(one.getKey().by(), one.getKey().key(), one.getValue()))
                        .toList(),
                    promises.getOrDefault(scope, List.of())))
        .toList();
  }
}
