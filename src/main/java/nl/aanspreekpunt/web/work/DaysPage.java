package nl.aanspreekpunt.web.work;

import java.util.List;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * Where the days that somebody works are stated.
 *
 * @param action where the form goes
 * @param now in words; null for who works whenever their team is open
 */
public record DaysPage(
    Frame frame, String action, String now, List<Day> days, List<FieldError> errors)
    implements Page {
  /**
   * A weekday.
   *
   * @param odd the hours in odd weeks, as written; empty when they do not work then
   */
  public record Day(String key, String name, String odd, String even) {}

  @Override
  public String template() {
    return "work/days.jte";
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
