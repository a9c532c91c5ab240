package nl.aanspreekpunt.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines so far, as a table and as JSON. */
final class Report {
  static final String RATE = "1/s";
  static final String TIME = "ms";
  private static final String ROW = "%-14s %-4s %10s %10s %12s %7s %7s %8s %8s %7s%n";

  private final List<Line> lines = new ArrayList<>();
  private final PrintStream out;
  private final double loadBefore = load();

  Report(PrintStream out) {
    this.out = out;
  }

  /** Shows a line at once: the whole takes minutes. */
  void add(Line line) {
    if (lines.isEmpty()) {
      out.printf(
          ROW,
          "line",
          "unit",
          "median",
          "p99",
          "cpu ms/item",
          "writes",
          "reads",
          "rss MiB",
          "limit/s",
          "ratio");
    }
    lines.add(line);
    out.printf(
        ROW,
        line.name(),
        line.unit(),
        text(line.median(), 1),
        text(line.p99(), 1),
        text(line.cpu() * 1_000, 2),
        text(line.writes(), 2),
        text(line.reads(), 2),
        text(line.rss(), 0),
        text(line.limit(), 0),
        text(line.ratio(), 3));
  }

  private static String text(double value, int decimals) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "-";
  }

  void write(Path file) throws IOException {
    JsonArray all = new JsonArray();
    lines.forEach(line -> all.add(line.json()));
    JsonObject whole =
        new JsonObject()
            .put("build", System.getProperty("bench.build", "unknown"))
            .put("machine", machine())
            .put("lines", all);
    Files.writeString(file, whole.encodePrettily() + "\n");
  }

  /** The load before says how much of the machine was left for the bench. */
  private JsonObject machine() {
    return new JsonObject()
        .put("cpus", Runtime.getRuntime().availableProcessors())
        .put("processor", processor())
        .put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"))
        .put("java", System.getProperty("java.vm.version"))
        .put("load_before", loadBefore)
        .put("load_after", load());
  }

  private static String processor() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException elsewhere) {
      return "unknown";
    }
  }

  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
