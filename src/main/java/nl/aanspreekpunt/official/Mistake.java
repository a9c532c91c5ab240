package nl.aanspreekpunt.official;

/**
 * What is wrong at one place of the directory's file.
 *
 * @param place as {@link Place} writes it, with ids, and positions where there are none; empty: the
 *     file as a whole
 * @param value what stands there, or the bounds that it must keep to; empty when that says nothing
 * @param expected a sentence without its place, in English
 */
public record Mistake(String place, What what, String value, String expected) {
  /** So that a form can say it in its reader's language; {@code expected} tells of any other. */
  public enum What {
    MISSING,
    LONG,
    /** No id, as ids are written. */
    ID,
    /** There is no such team, topic, neighbourhood or official. */
    UNKNOWN,
    /** Not a whole number within bounds, which are the value. */
    NUMBER,
    /** Another has it. */
    TWICE,
    /** Notices to an address of the hub itself would come back in as questions. */
    OWN_DOMAIN,
    /** The value is the hub's domains. */
    NOT_OWN_DOMAIN,
    /** Nobody stands in for themselves. */
    ONESELF,
    HOURS,
    NORM,
    EMAIL,
    PHONE,
    LANGUAGE,
    /** An address, the value, that belonged to somebody who left. */
    FORMER,
    /** An address, the value, that an official had before. */
    BEFORE,
    /** Somebody, the value, who still works here. */
    EMPLOYED,
    /** Nobody would be administrator any more. */
    ADMINISTRATOR,
    /** Not a day, once or each year. */
    DATE,
    /** No days of the week. */
    DAYS,
    /** Nobody on these days, the value: numbers from Monday as 1, parted by commas. */
    UNCOVERED,
    /** Somebody, the value, who is told by SMS and has no number. */
    NO_PHONE,
    /** Neither hours on the clock, nor within bounds. */
    CLOCK_TERM,
    /** Not on the calendar. */
    CALENDAR_TERM,
    /** A step of a ladder that is due at no moment. */
    STEP_WHEN,
    STEP_CITIZEN,
    STEP_SHARE,
    STEP_EARLIER,
    STEP_REPEATS,
    OTHER
  }
}
