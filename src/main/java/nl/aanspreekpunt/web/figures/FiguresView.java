package nl.aanspreekpunt.web.figures;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.aanspreekpunt.council.Shown;
import nl.aanspreekpunt.figures.Counted;
import nl.aanspreekpunt.figures.Figure;
import nl.aanspreekpunt.figures.Group;
import nl.aanspreekpunt.figures.Slice;
import nl.aanspreekpunt.figures.Span;
import nl.aanspreekpunt.figures.Sums;
import nl.aanspreekpunt.figures.Value;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.council.Drawn;

/** From counted figures to the page. */
final class FiguresView {
  private static final int LEVELS = 4;
  private static final int LINE = 320;

  private final Frame frame;
  private final Directory directory;
  private final FiguresAsked asked;
  private final FiguresWords words;

  FiguresView(Frame frame, Directory directory, FiguresAsked asked) {
    this.frame = frame;
    this.directory = directory;
    this.asked = asked;
    this.words = new FiguresWords(frame, directory);
  }

  /**
   * @param first as it was typed; {@code last} too
   */
  FiguresPage.Choose choose(String period, String first, String last) {
    return new FiguresPage.Choose(
        Arrays.stream(Span.Kind.values())
            .map(
                kind ->
                    new Choice(
                        FiguresAsked.code(kind),
                        frame.say("figures.period." + kind),
                        FiguresAsked.code(kind).equals(period)
                            || (period.isEmpty() && kind == Span.Kind.MONTH)))
            .toList(),
        first,
        last,
        asked.teams().stream()
            .map(one -> new Choice(one.id(), one.name(), one.id().equals(asked.team())))
            .toList(),
        directory.topics().stream()
            .map(
                one ->
                    new Choice(
                        one.id(),
                        one.name().in(frame.words().language()),
                        one.id().equals(asked.topic())))
            .toList(),
        directory.neighbourhoods().entrySet().stream()
            .map(
                one ->
                    new Choice(
                        one.getKey(), one.getValue(), one.getKey().equals(asked.neighbourhood())))
            .toList());
  }

  FiguresPage.Figures figures(Counted counted, Shown.Fewest fewest, LocalDate today) {
    return new FiguresPage.Figures(
        words.name(counted.span()),
        of(),
        words.counted(counted),
        words.few(fewest),
        Arrays.stream(Figure.values()).map(one -> tile(counted.whole().of(one))).toList(),
        Arrays.stream(Figure.values()).map(words::name).toList(),
        charts(counted),
        parts(counted, today),
        channels(counted.channels()),
        week(counted.hours()),
        groups(counted),
        ways(counted.span(), today),
        FiguresPage.PATH + ".csv?" + asked.query(counted.span()));
  }

  private String of() {
    String teams =
        asked.team().isEmpty()
            ? frame.say(asked.all() ? "figures.of.all" : "figures.of.yours")
            : words.name(Slice.By.TEAM, asked.team());
    return Stream.of(
            teams,
            asked.topic().isEmpty() ? "" : words.name(Slice.By.TOPIC, asked.topic()),
            asked.neighbourhood().isEmpty()
                ? ""
                : words.name(Slice.By.NEIGHBOURHOOD, asked.neighbourhood()))
        .filter(one -> !one.isEmpty())
        .reduce((one, other) -> one + " · " + other)
        .orElse("");
  }

  private FiguresPage.Tile tile(Value value) {
    return new FiguresPage.Tile(
        words.name(value.figure()),
        words.value(value),
        words.over(value),
        words.means(value.figure()));
  }

  private static Span part(Counted counted, Group one) {
    return counted.span().parts().stream()
        .filter(each -> each.first().toString().equals(one.key()))
        .findFirst()
        .orElseThrow();
  }

  private List<FiguresPage.Row> parts(Counted counted, LocalDate today) {
    return counted.parts().stream()
        .filter(one -> !part(counted, one).first().isAfter(today))
        .map(one -> new FiguresPage.Row(words.name(part(counted, one)), null, cells(one)))
        .toList();
  }

  private List<FiguresPage.Cell> cells(Group one) {
    return one.values().stream()
        .map(value -> new FiguresPage.Cell(words.value(value), value.shown()))
        .toList();
  }

  private List<FiguresPage.Chart> charts(Counted counted) {
    List<FiguresPage.Chart> charts = new ArrayList<>();
    for (Figure figure : Figure.values()) {
      List<Drawn.Point> points = new ArrayList<>();
      List<String> said = new ArrayList<>();
      for (int i = 0; i < counted.parts().size(); i++) {
        Group one = counted.parts().get(i);
        Value value = one.of(figure);
        if (value.shown()) {
          String says = words.drawn(value);
          said.add(says);
          points.add(
              new Drawn.Point(
                  i,
                  value.value(),
                  false,
                  frame.say("council.drawn", words.name(part(counted, one)), says)));
        }
      }
      boolean share = figure == Figure.REACHED_AT_ONCE || figure == Figure.PROMISES_KEPT;
      Drawn drawn = Drawn.of(points, share ? 1 : 0);
      if (drawn != null) {
        String title =
            frame.say("figures.went", words.name(figure), said.get(0), said.get(said.size() - 1));
        charts.add(new FiguresPage.Chart(title, drawn));
      }
    }
    return charts;
  }

  private FiguresPage.Channels channels(Map<String, Long> channels) {
    long all = channels.values().stream().mapToLong(Long::longValue).sum();
    if (all == 0) {
      return null;
    }
    long most = channels.values().stream().mapToLong(Long::longValue).max().orElse(1);
    List<FiguresPage.Bar> bars =
        channels.entrySet().stream()
            .map(
                one ->
                    new FiguresPage.Bar(
                        frame.say("figures.channel." + one.getKey()),
                        words.number((double) one.getValue(), 0),
                        words.percent((double) one.getValue() / all),
                        (int) (LINE * one.getValue() / most)))
            .toList();
    String first =
        channels.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(one -> frame.say("figures.channel." + one.getKey()))
            .orElse("");
    return new FiguresPage.Channels(
        frame.say("figures.channels.most", first, words.percent((double) most / all)), bars);
  }

  private FiguresPage.Week week(List<List<Long>> week) {
    long most = week.stream().flatMap(List::stream).mapToLong(Long::longValue).max().orElse(0);
    if (most == 0) {
      return null;
    }
    List<FiguresPage.Hour> hours = new ArrayList<>();
    String busiest = "";
    for (int hour = 0; hour < Sums.HOURS; hour++) {
      List<FiguresPage.Shade> shades = new ArrayList<>();
      for (int day = 0; day < week.size(); day++) {
        long n = week.get(day).get(hour);
        shades.add(new FiguresPage.Shade(n, (int) Math.ceil((double) n / most * LEVELS)));
        if (n == most && busiest.isEmpty()) {
          busiest = frame.say("figures.hour.of", day(day, TextStyle.FULL), hour(hour));
        }
      }
      hours.add(new FiguresPage.Hour(hour(hour), shades));
    }
    return new FiguresPage.Week(
        frame.say("figures.busiest", busiest),
        Stream.iterate(0, day -> day + 1)
            .limit(week.size())
            .map(day -> day(day, TextStyle.SHORT))
            .toList(),
        hours);
  }

  private String day(int fromMonday, TextStyle style) {
    return DayOfWeek.of(fromMonday + 1).getDisplayName(style, frame.words().locale());
  }

  private static String hour(int hour) {
    return hour + "–" + (hour + 1);
  }

  private List<FiguresPage.Groups> groups(Counted counted) {
    List<FiguresPage.Groups> all = new ArrayList<>();
    for (Slice.By by : List.of(Slice.By.TEAM, Slice.By.TOPIC, Slice.By.NEIGHBOURHOOD)) {
      List<Group> groups = counted.groups().getOrDefault(by, List.of());
      if (!groups.isEmpty() && (by != Slice.By.TEAM || asked.team().isEmpty())) {
        all.add(
            new FiguresPage.Groups(
                "by-" + by.name().toLowerCase(java.util.Locale.ROOT),
                frame.say("figures.by." + by),
                frame.say("figures.head." + by),
                groups.stream()
                    .map(
                        one ->
                            new FiguresPage.Row(
                                words.name(by, one.key()),
                                one.key().isEmpty()
                                    ? null
                                    : FiguresPage.PATH + "?" + asked.query(by, one.key()),
                                cells(one)))
                    .toList()));
      }
    }
    return all;
  }

  private List<FiguresPage.Way> ways(Span span, LocalDate today) {
    List<FiguresPage.Way> ways = new ArrayList<>();
    ways.add(way(span.before()));
    if (!span.after().first().isAfter(today)) {
      ways.add(way(span.after()));
    }
    if (!asked.topic().isEmpty() || !asked.neighbourhood().isEmpty()) {
      ways.add(
          new FiguresPage.Way(
              frame.say("figures.all-of-it"),
              FiguresPage.PATH + "?" + asked.query(Slice.By.ALL, "")));
    }
    return ways;
  }

  private FiguresPage.Way way(Span span) {
    return new FiguresPage.Way(words.name(span), FiguresPage.PATH + "?" + asked.query(span));
  }
}
