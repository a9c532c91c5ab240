package nl.aanspreekpunt.official;

/**
 * What is wrong with a table of officials.
 *
 * @param line from 1
 * @param column as the directory's file names it; empty: the whole line
 * @param value what stands there; empty when that says nothing
 */
public record TableMistake(long line, String column, What what, String value) {
  /** More are not said. */
  static final int MOST = 100;

  /** What is wrong. */
  public enum What {
    NOT_UTF8,
    NOT_A_TABLE,
    TOO_LARGE,
    NO_COLUMN,
    /** More cells than columns. */
    CELLS,
    TWICE,
    /** Nobody who works here would be left. */
    NOBODY_STAYS,
    MISSING,
    UNKNOWN,
    WRONG,
    /** Nobody would be administrator any more. */
    ADMINISTRATOR,
    /** A phone of somebody who is on call. */
    NEEDED,
    TAKEN,
    OWN_DOMAIN,
    NOT_OWN_DOMAIN
  }

  static TableMistake of(FedMistake one, long line) {
    return new TableMistake(line, one.field(), What.valueOf(one.what().name()), one.value());
  }
}
