package nl.aanspreekpunt.web.council;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nl.aanspreekpunt.council.Council;
import nl.aanspreekpunt.council.Measure;
import nl.aanspreekpunt.council.Period;
import nl.aanspreekpunt.council.Shown;
import nl.aanspreekpunt.web.Frame;

/** The report in words. */
final class CouncilWords {
  private static final int PERCENT = 100;

  private final Frame frame;

  CouncilWords(Frame frame) {
    this.frame = frame;
  }

  /** "4e kwartaal 2026". */
  static String name(Frame frame, Period period) {
    return period.ofYear()
        ? String.valueOf(period.year())
        : frame.say("council.quarter." + period.quarter(), period.year());
  }

  String name(Period period) {
    return name(frame, period);
  }

  String head(Council.Column column) {
    return column.ended()
        ? name(column.period())
        : frame.say("council.sofar", name(column.period()));
  }

  String until(Council.Column column) {
    if (!column.counted()) {
      return frame.say("council.uncounted");
    }
    String at = frame.moments().say(column.countedAt());
    return frame.say(column.ended() ? "council.ended" : "council.running", at);
  }

  String few(Shown.Fewest fewest) {
    return fewest.equals(Shown.Fewest.FICTIONAL)
        ? frame.say("council.few.demo")
        : frame.say("council.few", fewest.cases(), fewest.officials());
  }

  List<CouncilPage.Part> parts(List<Council.Column> columns) {
    return Arrays.stream(Measure.values())
        .collect(Collectors.groupingBy(Measure::recommendation))
        .entrySet()
        .stream()
        .map(
            one ->
                new CouncilPage.Part(
                    frame.say("council.R" + one.getKey()),
                    one.getValue().stream().map(each -> row(each, columns)).toList()))
        .toList();
  }

  private CouncilPage.Row row(Measure measure, List<Council.Column> columns) {
    List<CouncilPage.Cell> cells = new ArrayList<>();
    columns.forEach(one -> cells.add(cell(one.of(measure))));
    return new CouncilPage.Row(
        name(measure), means(measure), cells, trend(measure, columns), drawn(measure, columns));
  }

  /** A share from none to all; anything else from zero to the highest. */
  private Drawn drawn(Measure measure, List<Council.Column> columns) {
    boolean counts = measure.unit() == Measure.Unit.COUNT;
    List<Drawn.Point> points =
        columns.stream()
            .filter(one -> one.of(measure).says() == Shown.Says.VALUE)
            .map(
                one ->
                    new Drawn.Point(
                        one.period().number(),
                        one.of(measure).value(),
                        counts && !one.ended(),
                        frame.say("council.drawn", head(one), value(one.of(measure)))))
            .toList();
    return Drawn.of(points, measure.unit() == Measure.Unit.SHARE ? 1 : 0);
  }

  String name(Measure measure) {
    return frame.say("council." + measure + ".name");
  }

  String means(Measure measure) {
    return frame.say("council." + measure + ".means");
  }

  private CouncilPage.Cell cell(Shown shown) {
    boolean counts = shown.measure().unit() == Measure.Unit.COUNT;
    boolean figure = shown.says() == Shown.Says.VALUE;
    return new CouncilPage.Cell(
        figure ? value(shown) : frame.say("council.says." + shown.says()),
        figure && !counts ? frame.say("council.over", number((double) shown.cases(), 0)) : null,
        figure);
  }

  private String value(Shown shown) {
    return switch (shown.measure().unit()) {
      case COUNT -> number(shown.value(), 0);
      case SHARE -> frame.say("council.percent", number(shown.value() * PERCENT, 0));
      case MEAN -> number(shown.value(), 1);
      case MEDIAN_HOURS -> frame.say("council.hours", number(shown.value(), 1));
    };
  }

  private String number(double value, int decimals) {
    NumberFormat format = NumberFormat.getInstance(frame.words().locale());
    format.setMaximumFractionDigits(decimals);
    return format.format(value);
  }

  /** Beside the last period before it that has a figure; a count that still runs is only named. */
  private String trend(Measure measure, List<Council.Column> columns) {
    Council.Column here = columns.get(columns.size() - 1);
    Shown now = here.of(measure);
    Council.Column was = null;
    for (Council.Column one : columns.subList(0, columns.size() - 1)) {
      was = one.of(measure).says() == Shown.Says.VALUE ? one : was;
    }
    if (was == null || now.says() != Shown.Says.VALUE) {
      return frame.say("council.trend.none");
    }
    Shown then = was.of(measure);
    String before = name(was.period());
    if (measure.unit() == Measure.Unit.COUNT && !here.ended()) {
      return frame.say("council.trend.running", before, value(then));
    }
    String how =
        value(now).equals(value(then)) ? "same" : now.value() > then.value() ? "up" : "down";
    return frame.say("council.trend." + how, before, value(then));
  }
}
