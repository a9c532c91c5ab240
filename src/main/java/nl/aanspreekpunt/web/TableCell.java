package nl.aanspreekpunt.web;

import java.util.Locale;
import java.util.Set;

/** What goes into a cell of a table for spreadsheets. */
public final class TableCell {
  /** What a spreadsheet would take for a formula begins so (OWASP, CSV injection). */
  private static final Set<Character> FORMULA = Set.of('=', '+', '-', '@', '\t', '\r');

  private TableCell() {}

  /**
   * What people named or wrote may begin with anything.
   *
   * @param cell null: an empty one
   */
  public static String safe(String cell) {
    if (cell == null) {
      return "";
    }
    return !cell.isEmpty() && FORMULA.contains(cell.charAt(0)) ? "'" + cell : cell;
  }

  /** A constant's name as programs read it. */
  public static String code(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
