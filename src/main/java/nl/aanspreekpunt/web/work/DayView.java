package nl.aanspreekpunt.web.work;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Holding;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Viewer;

/** Who was responsible on a day, how many officials the citizen met, and whether one is to stay. */
final class DayView {
  static final String DAY = "dag";
  private final Frame frame;
  private final Names names;
  private final Case one;

  DayView(Frame frame, Names names, Case one) {
    this.frame = frame;
    this.names = names;
    this.one = one;
  }

  /**
   * @param others of the same citizen
   */
  CasePage.Dated dated(List<Case> others, List<Team> led) {
    String asked = asked();
    return new CasePage.Dated(
        asked,
        asked.isEmpty() ? List.of() : lines(asked),
        one.met().size(),
        Holding.met(Stream.concat(Stream.of(one), others.stream()).toList()),
        leads(frame.viewer(), led, one) && one.steady() != null && one.steady().waits(),
        named());
  }

  /** Whether this viewer leads the team whose case it is. */
  static boolean leads(Viewer viewer, List<Team> led, Case one) {
    return viewer.is(Role.ADMINISTRATOR)
        || led.stream().anyMatch(team -> team.id().equals(one.team()));
  }

  private String asked() {
    return Stream.of(frame.query().split("&"))
        .filter(part -> part.startsWith(DAY + "="))
        .map(part -> part.substring(DAY.length() + 1))
        .findFirst()
        .orElse("");
  }

  private List<String> lines(String asked) {
    try {
      LocalDate day = LocalDate.parse(asked);
      if (day.isAfter(LocalDate.ofInstant(frame.moments().now(), frame.moments().zone()))) {
        return List.of(frame.say("case.day.ahead"));
      }
      Instant start = day.atStartOfDay(frame.moments().zone()).toInstant();
      Instant end = day.plusDays(1).atStartOfDay(frame.moments().zone()).toInstant();
      List<String> lines =
          Stream.concat(
                  Holding.between(one, start, end).stream().map(this::held),
                  Holding.acting(one, start, end).stream()
                      .map(
                          acted ->
                              frame.say(
                                  "case.day.acted",
                                  names.of(acted.official()),
                                  names.of(acted.insteadOf()))))
              .toList();
      return lines.isEmpty() ? List.of(frame.say("case.day.none")) : lines;
    } catch (DateTimeParseException e) {
      return List.of(frame.say("case.day.wrong"));
    }
  }

  private String held(Holding held) {
    String from = frame.moments().say(held.from());
    return held.until() == null
        ? frame.say("case.day.is", names.of(held.official()), from)
        : frame.say(
            "case.day.was", names.of(held.official()), from, frame.moments().say(held.until()));
  }

  /** Who was named, and when; null while nobody was. */
  private String named() {
    return one.steady() == null || one.steady().settledAt() == null
        ? null
        : frame.say(
            "case.steady.named",
            names.of(one.steady().official()),
            frame.moments().date(one.steady().settledAt()));
  }
}
