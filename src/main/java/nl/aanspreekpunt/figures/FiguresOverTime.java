package nl.aanspreekpunt.figures;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.aanspreekpunt.council.Shown;

/** The figures as they are read: from the days that were counted, never from the cases. */
public final class FiguresOverTime {
  private static final int A_WEEK = 7;

  private final Days days;
  private final Shown.Fewest fewest;

  public FiguresOverTime(Days days, Shown.Fewest fewest) {
    this.days = days;
    this.fewest = fewest;
  }

  public Shown.Fewest fewest() {
    return fewest;
  }

  /**
   * To what the figures are narrowed.
   *
   * @param teams those that the reader reads of (ids); null: all
   * @param team of these one; null: all of them
   * @param by {@link Slice.By#TOPIC} or {@link Slice.By#NEIGHBOURHOOD}; else {@link Slice.By#ALL}
   * @param key of the topic or neighbourhood; empty: of which it is not known
   */
  public record Which(List<String> teams, String team, Slice.By by, String key) {
    List<String> read() {
      return team == null ? teams : List.of(team);
    }
  }

  /** What is not shown of a team beside the others is not shown of it alone either. */
  public Future<Counted> read(Span span, Which which) {
    Future<List<Day>> these = days.find(span.days(), which.read());
    if (which.team() == null) {
      return these.map(found -> counted(span, which, found, Set.of()));
    }
    Future<List<Day>> beside = days.find(span.days(), which.teams());
    return Future.all(these, beside)
        .map(both -> counted(span, which, these.result(), hidden(which, beside.result())));
  }

  private Set<Figure> hidden(Which which, List<Day> beside) {
    Map<String, Sums> teams = groups(beside).getOrDefault(Slice.By.TEAM, Map.of());
    return Group.of(teams, fewest).stream()
        .filter(one -> one.key().equals(which.team()))
        .findFirst()
        .map(Group::hidden)
        .orElse(Set.of());
  }

  /** The promises that were due on these days, each with whether it was kept, latest day first. */
  public Future<List<Day.Behind>> promises(Span span, List<String> teams) {
    return days.behind(span.days(), teams)
        .map(
            found ->
                found.stream()
                    .sorted((one, other) -> other.id().compareTo(one.id()))
                    .flatMap(one -> one.promises().stream())
                    .toList());
  }

  /**
   * Promises kept on each of these days, of these teams together: not for who does not lead them.
   */
  public Future<Map<LocalDate, Sums>> perDay(Span span, List<String> teams) {
    return days.find(span.days(), teams)
        .map(
            found -> {
              Map<LocalDate, Sums> each = new TreeMap<>();
              found.forEach(one -> each.merge(one.day(), sums(one, Slice.By.ALL, ""), Sums::plus));
              return each;
            });
  }

  private static Map<Slice.By, Map<String, Sums>> groups(List<Day> found) {
    Map<Slice.By, Map<String, Sums>> groups = new EnumMap<>(Slice.By.class);
    found.stream()
        .flatMap(one -> one.slices().stream())
        .forEach(
            one ->
                groups
                    .computeIfAbsent(one.by(), by -> new TreeMap<>())
                    .merge(one.key(), one.sums(), Sums::plus));
    return groups;
  }

  /**
   * @param besides what is not shown whatever it rests on
   */
  private Counted counted(Span span, Which which, List<Day> found, Set<Figure> besides) {
    Map<Slice.By, Map<String, Sums>> groups = groups(found);
    Map<Slice.By, List<Group>> shown = new EnumMap<>(Slice.By.class);
    groups.forEach(
        (by, parts) ->
            shown.put(
                by, Group.of(parts, fewest).stream().map(one -> one.without(besides)).toList()));
    boolean all = which.by() == Slice.By.ALL;
    Sums sums =
        groups.getOrDefault(which.by(), Map.of()).getOrDefault(all ? "" : which.key(), Sums.NONE);
    Group whole =
        shown.getOrDefault(which.by(), List.of()).stream()
            .filter(one -> one.key().equals(all ? "" : which.key()))
            .findFirst()
            .orElseGet(() -> Group.of("", Sums.NONE, fewest));
    boolean messages = whole.of(Figure.MESSAGES).shown();
    return new Counted(
        span,
        found.stream().map(Day::countedAt).max(Instant::compareTo).orElse(null),
        (int) found.stream().map(Day::day).distinct().count(),
        whole,
        parts(span, which, found).stream().map(one -> one.without(whole.hidden())).toList(),
        all ? shown : Map.of(),
        messages ? channels(sums) : Map.of(),
        messages ? hours(which, found) : List.of());
  }

  private static Sums sums(Day day, Slice.By by, String key) {
    return day.slices().stream()
        .filter(one -> one.by() == by && one.key().equals(key))
        .map(Slice::sums)
        .findFirst()
        .orElse(Sums.NONE);
  }

  private static Sums sums(Day day, Which which) {
    return sums(day, which.by(), which.by() == Slice.By.ALL ? "" : which.key());
  }

  private List<Group> parts(Span span, Which which, List<Day> found) {
    Map<String, Sums> parts = new LinkedHashMap<>();
    for (Span part : span.parts()) {
      parts.put(
          part.first().toString(),
          found.stream()
              .filter(day -> !day.day().isBefore(part.first()) && !day.day().isAfter(part.last()))
              .map(day -> sums(day, which))
              .reduce(Sums.NONE, Sums::plus));
    }
    return Group.of(parts, fewest);
  }

  private Map<String, Long> channels(Sums sums) {
    Map<String, Long> about = new TreeMap<>();
    sums.channels().forEach((channel, n) -> about.put(channel, Value.rounded(n, fewest)));
    return about;
  }

  private List<List<Long>> hours(Which which, List<Day> found) {
    List<List<Long>> week = new ArrayList<>();
    for (int i = 1; i <= A_WEEK; i++) {
      int weekday = i;
      List<Integer> hours =
          found.stream()
              .filter(day -> day.day().getDayOfWeek().getValue() == weekday)
              .map(day -> sums(day, which))
              .reduce(Sums.NONE, Sums::plus)
              .hours();
      Stream<Integer> each =
          hours.isEmpty() ? Stream.generate(() -> 0).limit(Sums.HOURS) : hours.stream();
      week.add(each.map(n -> Value.rounded(n, fewest)).toList());
    }
    return week;
  }
}
