package nl.aanspreekpunt.promise;

import java.time.LocalDate;

/** The days on which nobody works, whatever the weekday. Safe to share between threads. */
@FunctionalInterface
public interface Holidays {
  Holidays NONE = day -> false;

  /**
   * Liberation day, 5 May. By law a national day each year; whether it is a day off is up to the
   * employer, and often it is only so in lustrum years (2025, 2030, …).
   */
  enum LiberationDay {
    WORKED,
    FREE_IN_LUSTRUM_YEARS,
    FREE
  }

  boolean on(LocalDate day);

  /**
   * The holidays that the law's terms know (Algemene termijnenwet, article 3): with Good Friday
   * and, each year, 5 May.
   */
  static Holidays lawful() {
    return netherlands(true, LiberationDay.FREE);
  }

  /** The Dutch public holidays; Good Friday and 5 May are working days. */
  static Holidays netherlands() {
    return netherlands(false, LiberationDay.WORKED);
  }

  /**
   * The Dutch public holidays as jollyday lists them. It calls 5 May a public holiday in every year
   * and Good Friday an observance, so both are decided here. The calendar is read at the first
   * question (about 0.4 s, once in a process): ask one before serving, off the event loop.
   */
  static Holidays netherlands(boolean goodFriday, LiberationDay liberationDay) {
    return new DutchHolidays(goodFriday, liberationDay);
  }
}
