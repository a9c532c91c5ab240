package nl.aanspreekpunt.web.council;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import nl.aanspreekpunt.council.Council;
import nl.aanspreekpunt.council.Measure;
import nl.aanspreekpunt.council.Shown;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The report as a table for a spreadsheet (CSV, RFC 4180): a line for each figure of each period.
 * Numbers with a point, so that every program reads them; a figure that is not shown has none.
 */
final class CouncilFile {
  private static final String[] HEAD = {
    "recommendation",
    "figure",
    "name",
    "period",
    "from",
    "until",
    "counted-at",
    "ended",
    "value",
    "unit",
    "over",
    "says",
    "definition"
  };
  private static final int DECIMALS = 4;

  private CouncilFile() {}

  /** Begins with a mark that tells spreadsheets that it is UTF-8. */
  static String of(List<Council.Column> columns, CouncilWords words) {
    StringWriter out = new StringWriter().append('\uFEFF');
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader(HEAD).get();
    try (CSVPrinter printer = new CSVPrinter(out, format)) {
      for (Measure measure : Measure.values()) {
        for (Council.Column column : columns) {
          line(printer, measure, column, words);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static void line(
      CSVPrinter printer, Measure measure, Council.Column column, CouncilWords words)
      throws IOException {
    Shown shown = column.of(measure);
    boolean figure = shown.says() == Shown.Says.VALUE;
    printer.printRecord(
        "R" + measure.recommendation(),
        code(measure),
        words.name(measure),
        column.period().name(),
        column.from(),
        column.until(),
        column.countedAt() == null ? "" : column.countedAt(),
        column.ended(),
        figure ? number(shown.value()) : "",
        code(measure.unit()),
        figure ? shown.cases() : "",
        code(shown.says()),
        words.means(measure));
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(DECIMALS, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
