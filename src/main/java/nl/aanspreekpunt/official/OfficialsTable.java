package nl.aanspreekpunt.official;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Officials as a table with a line for each (RFC 4180), as spreadsheets in the Netherlands write
 * and read it: parted by {@code ;}, several values in a cell parted by a space.
 */
public final class OfficialsTable {
  /** The most bytes and lines of one. */
  public static final int LARGEST = 512 * 1024;

  static final int MOST_LINES = 5_000;
  static final char PART = ';';

  /** What a spreadsheet would take for a formula begins so (OWASP, CSV injection). */
  private static final Set<Character> FORMULA = Set.of('=', '+', '-', '@', '\t', '\r');

  /** Each column by its name, with what stands there of an official. */
  static final Map<String, Function<Official, Object>> COLUMNS = columns();

  private OfficialsTable() {}

  private static Map<String, Function<Official, Object>> columns() {
    Map<String, Function<Official, Object>> all = new LinkedHashMap<>();
    all.put("id", Official::id);
    all.put("name", Official::name);
    all.put("function", Official::function);
    all.put("team", Official::team);
    all.put("phone", Official::phone);
    all.put("email", Official::email);
    all.put("address", Official::address);
    all.put("topics", one -> String.join(" ", one.topics()));
    all.put("neighbourhoods", one -> String.join(" ", one.neighbourhoods()));
    all.put("capacity", Official::capacity);
    all.put("deputy", Official::deputy);
    return all;
  }

  /** With a mark that tells spreadsheets that it is UTF-8. */
  public static String of(List<Official> officials) {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(PART)
            .setHeader(COLUMNS.keySet().toArray(String[]::new))
            .get();
    StringWriter out = new StringWriter().append('\uFEFF');
    try (CSVPrinter printer = new CSVPrinter(out, format)) {
      for (Official one : officials) {
        List<String> cells = new ArrayList<>();
        COLUMNS.values().forEach(cell -> cells.add(safe(Objects.toString(cell.apply(one), ""))));
        printer.printRecord(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static String safe(String cell) {
    return isFormula(cell) ? "'" + cell : cell;
  }

  /** As it was before {@link #of} made it safe. */
  static String plain(String cell) {
    return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
  }

  private static boolean isFormula(String cell) {
    return !cell.isEmpty() && FORMULA.contains(cell.charAt(0));
  }
}
