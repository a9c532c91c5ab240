package nl.aanspreekpunt.web.work.trail;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import nl.aanspreekpunt.trail.Entry;
import nl.aanspreekpunt.trail.Trace;
import nl.aanspreekpunt.web.TableCell;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The trail as a table for a spreadsheet (CSV, RFC 4180); its last line is the mark. */
final class TrailFile {
  private static final String[] HEAD = {
    "at", "by", "subject", "kind", "about", "reason", "origin", "says", "more"
  };

  private TrailFile() {}

  /** Begins with a mark that tells spreadsheets that it is UTF-8. */
  static String of(List<Trace> found, TrailWords words, String period, String mark) {
    StringWriter out = new StringWriter().append('\uFEFF');
    try (CSVPrinter printer =
        new CSVPrinter(out, CSVFormat.RFC4180.builder().setHeader(HEAD).get())) {
      for (Trace trace : found) {
        line(printer, trace, words.line(trace));
      }
      printer.printRecord("", "", "", "mark", period, "", "", TableCell.safe(mark), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static String kind(Trace trace) {
    if (trace instanceof Trace.OfDirectory directory) {
      return "DIRECTORY_" + directory.change().what();
    }
    if (trace instanceof Trace.OfText) {
      return "TEXT_CHANGED";
    }
    return trace instanceof Trace.OfWork work
        ? "WORK_" + work.one().reason()
        : ((Trace.Own) trace).entry().kind().name();
  }

  private static String about(Trace trace) {
    if (trace instanceof Trace.OfText text) {
      return text.change().key();
    }
    return trace instanceof Trace.Own own ? own.entry().about() : null;
  }

  private static void line(CSVPrinter printer, Trace trace, TrailPage.Line line)
      throws IOException {
    Entry own = trace instanceof Trace.Own one ? one.entry() : null;
    printer.printRecord(
        trace.at(),
        TableCell.safe(trace.by()),
        TableCell.code(trace.subject().name()),
        TableCell.code(kind(trace)),
        TableCell.safe(about(trace)),
        TableCell.safe(line.reason()),
        TableCell.safe(own == null ? null : own.origin()),
        TableCell.safe(line.said()),
        TableCell.safe(String.join("; ", line.more())));
  }
}
