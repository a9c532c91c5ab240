package nl.aanspreekpunt.web.figures;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import nl.aanspreekpunt.council.Shown;
import nl.aanspreekpunt.figures.Counted;
import nl.aanspreekpunt.figures.Figure;
import nl.aanspreekpunt.figures.Slice;
import nl.aanspreekpunt.figures.Span;
import nl.aanspreekpunt.figures.Value;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.Names;

/** The figures over time in words. */
final class FiguresWords {
  private static final int PERCENT = 100;
  private static final int SHORT = 10;

  private final Frame frame;
  private final Directory directory;
  private final Names names;

  FiguresWords(Frame frame, Directory directory) {
    this.frame = frame;
    this.directory = directory;
    this.names = new Names(directory, frame.words());
  }

  String name(Figure figure) {
    return frame.say("figures." + figure + ".name");
  }

  String means(Figure figure) {
    return frame.say("figures." + figure + ".means");
  }

  /** Of a team, topic or neighbourhood. */
  String name(Slice.By by, String key) {
    if (key.isEmpty()) {
      return frame.say("figures.unknown");
    }
    String name =
        switch (by) {
          case TEAM -> names.team(key);
          case TOPIC -> names.topic(key);
          case NEIGHBOURHOOD -> directory.neighbourhoods().get(key);
          case ALL -> null;
        };
    return name == null ? frame.say("figures.gone") : name;
  }

  String name(Span span) {
    return switch (span.kind()) {
      case WEEK -> frame.say("figures.week-of", date(span.first()));
      case MONTH -> month(span.first());
      case QUARTER ->
          frame.say(
              "council.quarter." + ((span.first().getMonthValue() - 1) / 3 + 1),
              String.valueOf(span.first().getYear()));
      case OWN -> frame.say("figures.from-to", date(span.first()), date(span.last()));
    };
  }

  private String month(LocalDate first) {
    return first.getMonth().getDisplayName(java.time.format.TextStyle.FULL, frame.words().locale())
        + " "
        + first.getYear();
  }

  String date(LocalDate day) {
    ZoneId zone = frame.moments().zone();
    return frame.moments().date(day.atStartOfDay(zone).toInstant());
  }

  String counted(Counted counted) {
    if (counted.countedAt() == null) {
      return frame.say("figures.uncounted");
    }
    String at = frame.moments().say(counted.countedAt());
    int missing = counted.span().days().size() - counted.days();
    return missing == 0
        ? frame.say("figures.counted", at)
        : frame.say("figures.counted.some", at, counted.days(), counted.span().days().size());
  }

  String few(Shown.Fewest fewest) {
    return fewest.equals(Shown.Fewest.FICTIONAL)
        ? frame.say("figures.few.demo")
        : frame.say("figures.few", fewest.cases(), fewest.officials());
  }

  String value(Value value) {
    if (!value.shown()) {
      return frame.say("council.says." + value.says());
    }
    return switch (value.figure()) {
      case FIRST_ANSWER -> frame.say("figures.hours", hours(value.value()), hours(value.high()));
      case REACHED_AT_ONCE, PROMISES_KEPT -> percent(value.value());
      case OFFICIALS_MET -> number(value.value(), 1);
      case MESSAGES -> number(value.value(), 0);
    };
  }

  /** As a chart shows it: the median alone. */
  String drawn(Value value) {
    return value.figure() == Figure.FIRST_ANSWER
        ? frame.say("council.hours", hours(value.value()))
        : value(value);
  }

  String percent(double share) {
    return frame.say("council.percent", number(share * PERCENT, 0));
  }

  /** Null: it is the count itself, or is not shown. */
  String over(Value value) {
    return value.shown() && value.figure() != Figure.MESSAGES
        ? frame.say("council.over", number((double) value.cases(), 0))
        : null;
  }

  private String hours(double hours) {
    return number(hours, hours < SHORT ? 1 : 0);
  }

  String number(double value, int decimals) {
    NumberFormat format = NumberFormat.getInstance(frame.words().locale());
    format.setMaximumFractionDigits(decimals);
    return format.format(value);
  }
}
