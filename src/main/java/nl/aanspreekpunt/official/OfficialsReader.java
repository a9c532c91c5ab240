package nl.aanspreekpunt.official;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the table of {@link OfficialsTable} as somebody wrote it: UTF-8 with or without a mark at
 * its start, parted by {@code ;} or {@code ,}, columns in any order, under the names of the
 * directory's file or Dutch ones.
 */
final class OfficialsReader {
  private static final int LONGEST_CELL = 1_000;

  private static final Map<String, String> DUTCH =
      Map.ofEntries(
          Map.entry("naam", "name"),
          Map.entry("functie", "function"),
          Map.entry("telefoon", "phone"),
          Map.entry("e-mail", "email"),
          Map.entry("adres", "address"),
          Map.entry("onderwerpen", "topics"),
          Map.entry("wijken", "neighbourhoods"),
          Map.entry("capaciteit", "capacity"),
          Map.entry("vervanger", "deputy"),
          Map.entry("maximum", "cap"),
          Map.entry("deeltijd", "share"),
          Map.entry("talen", "languages"),
          Map.entry("werktijden", "hours"),
          Map.entry("rollen", "roles"));

  private final List<TableMistake> mistakes = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<String> columns = new ArrayList<>();

  /**
   * One official as it stands there: what a column says under its name, empty when the cell is.
   *
   * @param number of the line, from 1
   */
  record Line(long number, Map<String, String> cells) {
    /** Null when there is no such column; empty when its cell is. */
    String cell(String column) {
      return cells.get(column);
    }
  }

  /** What stands in it, and what is wrong with it. */
  record Read(List<Line> lines, List<TableMistake> mistakes) {}

  static Read read(byte[] bytes) {
    OfficialsReader reader = new OfficialsReader();
    reader.table(bytes);
    return new Read(List.copyOf(reader.lines), List.copyOf(reader.mistakes));
  }

  private void table(byte[] bytes) {
    if (bytes.length > OfficialsTable.LARGEST) {
      wrong(1, "", TableMistake.What.TOO_LARGE, "");
      return;
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      wrong(1, "", TableMistake.What.NOT_UTF8, "");
    }
  }

  private void parse(String text) {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(part(text)).setIgnoreEmptyLines(false).get();
    long number = 1;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      Iterator<CSVRecord> records = parser.iterator();
      while (records.hasNext() && mistakes.size() < TableMistake.MOST) {
        line(number, records.next());
        number = parser.getCurrentLineNumber() + 1;
      }
    } catch (CSVException | UncheckedIOException e) {
      wrong(number, "", TableMistake.What.NOT_A_TABLE, "");
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory", e);
    }
    if (columns.isEmpty()) {
      wrong(1, "", TableMistake.What.NOT_A_TABLE, "");
    }
  }

  /** What parts the names in the first line more often. */
  private static char part(String text) {
    String first = text.lines().findFirst().orElse("");
    long commas = first.chars().filter(c -> c == ',').count();
    long semicolons = first.chars().filter(c -> c == OfficialsTable.PART).count();
    return commas > semicolons ? ',' : OfficialsTable.PART;
  }

  private void line(long number, CSVRecord record) {
    if (columns.isEmpty()) {
      names(record);
    } else if (lines.size() == OfficialsTable.MOST_LINES) {
      wrong(number, "", TableMistake.What.TOO_LARGE, "");
    } else if (record.stream().anyMatch(cell -> !cell.isBlank())) {
      official(number, record);
    }
  }

  private void names(CSVRecord record) {
    for (String name : record) {
      String plain = name.strip().toLowerCase(Locale.ROOT);
      String column = DUTCH.getOrDefault(plain, plain);
      if (!OfficialsTable.COLUMNS.containsKey(column)) {
        String known = String.join(", ", OfficialsTable.COLUMNS.keySet());
        wrong(1, cut(plain), TableMistake.What.NO_COLUMN, known);
      } else if (columns.contains(column)) {
        wrong(1, column, TableMistake.What.TWICE, "");
      }
      columns.add(column);
    }
    if (!columns.contains("id") && !columns.contains("email")) {
      wrong(1, "id", TableMistake.What.MISSING, "");
    }
  }

  private void official(long number, CSVRecord record) {
    if (record.size() > columns.size()) {
      wrong(number, "", TableMistake.What.CELLS, String.valueOf(record.size()));
      return;
    }
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < record.size(); i++) {
      String cell = OfficialsTable.plain(record.get(i).strip());
      if (cell.length() > LONGEST_CELL || cell.chars().anyMatch(Character::isISOControl)) {
        wrong(number, columns.get(i), TableMistake.What.WRONG, "");
      }
      cells.put(columns.get(i), cell);
    }
    lines.add(new Line(number, cells));
  }

  private static String cut(String name) {
    return name.substring(0, Math.min(40, name.length()));
  }

  private void wrong(long line, String column, TableMistake.What what, String value) {
    mistakes.add(new TableMistake(line, column, what, value));
  }
}
