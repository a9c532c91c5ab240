package nl.aanspreekpunt.official;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.aanspreekpunt.promise.OpeningHours;
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

  private static final String ALWAYS = "always";

  /** A day, or several, and when. */
  private static final Pattern DAY =
      Pattern.compile("((?:(?:odd|even) +)?[a-z]{3}(?: *- *[a-z]{3})?) *:? +(.+)");

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
    all.put("cap", one -> one.sharing().cap());
    all.put("share", one -> one.sharing().share());
    all.put("languages", one -> String.join(" ", one.sharing().languages()));
    all.put("hours", one -> hours(one.hours()));
    all.put("roles", OfficialsTable::roles);
    return all;
  }

  /** Such as {@code mon-thu 08:30-17:00 / odd fri 08:30-12:30}; empty for none of their own. */
  static String hours(OpeningHours hours) {
    if (hours == null) {
      return "";
    }
    return hours.always()
        ? ALWAYS
        : hours.written().entrySet().stream()
            .map(day -> day.getKey() + " " + day.getValue())
            .collect(Collectors.joining(" / "));
  }

  /** Empty when it cannot be read, or leaves no day. */
  static Optional<OpeningHours> hours(String written) {
    if (written.equals(ALWAYS)) {
      return Optional.of(OpeningHours.ALWAYS);
    }
    Map<String, String> days = new LinkedHashMap<>();
    for (String part : written.toLowerCase(Locale.ROOT).split("/", -1)) {
      Matcher day = DAY.matcher(part.strip());
      if (!day.matches() || days.put(day.group(1), day.group(2)) != null) {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(OpeningHours.parse(days));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Those that a person gives, in a fixed order; empty for none. */
  static String roles(Official one) {
    return one.roles().stream()
        .sorted()
        .map(role -> role.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
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
