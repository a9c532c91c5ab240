package nl.aanspreekpunt.official;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.aanspreekpunt.promise.ClosingDays;
import nl.aanspreekpunt.promise.Extension;
import nl.aanspreekpunt.promise.Holidays;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.Norm;

/** Reads by when things are to be done, and the days on which nobody does them. */
final class NormReader {
  private static final String RULES = "rules";
  private static final List<String> CHANNELS = List.of("email", "sms", "web", "api", "phone");
  private static final List<String> CLASSES =
      List.of("question", "callback", "complaint", "formal");
  private static final int MOST_EXTENSIONS = 9;
  private static final Norms USUAL =
      new Norms(
          Norm.parse("P2D"),
          Norm.parse("P1D"),
          Norm.parse("PT4H"),
          null,
          Norm.parse("P10D"),
          Norm.parse("P10D"),
          Norm.parse("P5D"),
          null,
          Norm.parse("P2D"),
          Norm.parse("P1D"));

  private NormReader() {}

  /**
   * @param written null: not written
   */
  static NormRules norms(Section written) {
    Map<String, Norms> topics = new LinkedHashMap<>();
    topics.put(NormRules.DEFAULT, USUAL);
    if (written == null) {
      return new NormRules(List.of(), topics);
    }
    for (Object key : written.values().keySet()) {
      if (!RULES.equals(key)) {
        topic(written, String.valueOf(key), topics);
      }
    }
    List<NormRule> rules = new ArrayList<>();
    for (Section rule : written.sections(RULES)) {
      rules.add(rule(rule));
    }
    return new NormRules(rules, topics);
  }

  private static void topic(Section written, String topic, Map<String, Norms> topics) {
    Section of = written.sectionOrNull(topic);
    if (of == null) {
      written.mistake(topic, "answer, callback or another of the norms is expected");
      return;
    }
    of.only(
        "answer",
        "callback",
        "find-out",
        "decision",
        "friction",
        "silence",
        "elsewhere",
        "extension",
        "consult",
        "backing");
    topics.put(topic, norms(of, NormRules.DEFAULT.equals(topic) ? USUAL : Norms.NONE));
  }

  private static Norms norms(Section of, Norms usual) {
    return new Norms(
        either(of.norm("answer"), usual.answer()),
        either(of.norm("callback"), usual.callback()),
        either(of.norm("find-out"), usual.findOut()),
        either(of.norm("decision"), usual.decision()),
        either(of.norm("friction"), usual.friction()),
        either(of.norm("silence"), usual.silence()),
        either(of.norm("elsewhere"), usual.elsewhere()),
        extension(of.sectionOrNull("extension")),
        either(of.norm("consult"), usual.consult()),
        either(of.norm("backing"), usual.backing()));
  }

  private static Norm either(Norm written, Norm usual) {
    return written == null ? usual : written;
  }

  private static Extension extension(Section written) {
    if (written == null) {
      return null;
    }
    written.only("by", "times");
    written.text("by");
    Norm by = written.norm("by");
    if (by != null && !by.onCalendar()) {
      written.mistake(
          "by",
          Mistake.What.CALENDAR_TERM,
          by.toString(),
          "days on the calendar are expected, such as P4W");
    }
    return new Extension(by, written.count("times", 1, MOST_EXTENSIONS));
  }

  private static NormRule rule(Section rule) {
    rule.only(
        "topic",
        "team",
        "channel",
        "class",
        "answer",
        "callback",
        "find-out",
        "decision",
        "friction",
        "silence",
        "elsewhere",
        "extension",
        "consult",
        "backing");
    String legal = rule.oneOf("class", CLASSES);
    return new NormRule(
        rule.idOrNull("topic"),
        rule.idOrNull("team"),
        rule.oneOf("channel", CHANNELS),
        legal == null ? null : LegalClass.values()[CLASSES.indexOf(legal)],
        norms(rule, Norms.NONE));
  }

  /**
   * @param written null: not written
   */
  static Holidays holidays(Section written) {
    if (written == null) {
      return Holidays.netherlands();
    }
    written.only("good-friday", "liberation-day", "bridge-days", "closed");
    Set<LocalDate> days = new HashSet<>();
    Set<MonthDay> yearly = new HashSet<>();
    List<String> closed = written.texts("closed");
    for (int i = 0; i < closed.size(); i++) {
      closed(written, i, closed.get(i), days, yearly);
    }
    Holidays holidays = Holidays.netherlands(written.flag("good-friday"), liberationDay(written));
    return new ClosingDays(holidays, days, yearly, written.flag("bridge-days"));
  }

  private static void closed(
      Section written, int at, String day, Set<LocalDate> days, Set<MonthDay> yearly) {
    try {
      if (day.length() == "12-31".length()) {
        yearly.add(MonthDay.parse("--" + day));
      } else {
        days.add(LocalDate.parse(day));
      }
    } catch (DateTimeException e) {
      written.mistake(
          "closed[" + at + "]",
          Mistake.What.DATE,
          day,
          "'" + day + "'? 2026-12-24, or 12-31 for each year, is expected");
    }
  }

  private static Holidays.LiberationDay liberationDay(Section written) {
    String liberation = written.textOrNull("liberation-day");
    return switch (liberation == null ? "false" : liberation) {
      case "false" -> Holidays.LiberationDay.WORKED;
      case "true" -> Holidays.LiberationDay.FREE;
      case "lustrum" -> Holidays.LiberationDay.FREE_IN_LUSTRUM_YEARS;
      default -> {
        written.mistake("liberation-day", "true, false or lustrum is expected");
        yield Holidays.LiberationDay.WORKED;
      }
    };
  }
}
