package nl.aanspreekpunt.web.figures;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import nl.aanspreekpunt.figures.Counted;
import nl.aanspreekpunt.figures.Group;
import nl.aanspreekpunt.figures.Slice;
import nl.aanspreekpunt.figures.Sums;
import nl.aanspreekpunt.figures.Value;
import nl.aanspreekpunt.web.TableCell;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The figures over time as a table for a spreadsheet (CSV, RFC 4180). Numbers with a point; a
 * figure that is not shown has none.
 */
final class FiguresFile {
  private static final String[] HEAD = {
    "by", "id", "name", "figure", "from", "until", "value", "90th", "over", "says", "definition"
  };

  private static final int DECIMALS = 2;

  private FiguresFile() {}

  /** Begins with a mark that tells spreadsheets that it is UTF-8. */
  static String of(Counted counted, FiguresWords words) {
    StringWriter out = new StringWriter().append('\uFEFF');
    try (CSVPrinter printer =
        new CSVPrinter(out, CSVFormat.RFC4180.builder().setHeader(HEAD).get())) {
      lines(printer, counted, "all", "", counted.whole(), words);
      for (Group part : counted.parts()) {
        lines(printer, counted, "part", part.key(), part, words);
      }
      for (Slice.By by : List.of(Slice.By.TEAM, Slice.By.TOPIC, Slice.By.NEIGHBOURHOOD)) {
        for (Group one : counted.groups().getOrDefault(by, List.of())) {
          lines(printer, counted, code(by), words.name(by, one.key()), one, words);
        }
      }
      for (var channel : counted.channels().entrySet()) {
        String name = channel.getKey().toLowerCase(Locale.ROOT);
        count(printer, counted, "channel", name, channel.getValue());
      }
      for (int day = 0; day < counted.hours().size(); day++) {
        for (int hour = 0; hour < Sums.HOURS; hour++) {
          String name = (day + 1) + " " + hour + ":00";
          count(printer, counted, "weekday-and-hour", name, counted.hours().get(day).get(hour));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static void lines(
      CSVPrinter printer, Counted counted, String by, String name, Group group, FiguresWords words)
      throws IOException {
    for (Value value : group.values()) {
      printer.printRecord(
          by,
          TableCell.safe(group.key()),
          TableCell.safe(name),
          code(value.figure()),
          counted.span().first(),
          counted.span().last(),
          value.shown() ? number(value.value()) : "",
          value.shown() && value.high() != value.value() ? number(value.high()) : "",
          value.shown() ? value.cases() : "",
          code(value.says()),
          words.means(value.figure()));
    }
  }

  private static void count(
      CSVPrinter printer, Counted counted, String by, String name, long messages)
      throws IOException {
    printer.printRecord(
        by,
        "",
        name,
        "messages",
        counted.span().first(),
        counted.span().last(),
        messages,
        "",
        messages,
        "value",
        "");
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
