package nl.aanspreekpunt.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is asked for on the command line.
 *
 * @param only names of lines; empty means all
 * @param json where the figures go as JSON; null when nowhere
 * @param store a MongoDB to use; null for the embedded default
 * @param clients connections that send at the same time
 * @param items messages of each measured run
 * @param warmUp of sending at full speed before anything is measured
 */
record Options(
    Set<String> only,
    Path json,
    String store,
    int clients,
    int items,
    Duration warmUp,
    boolean quick,
    Path recording) {
  /** With {@link #open()} promises. */
  static final String TICK = "tick";

  private static final List<String> LINES =
      List.of(
          "mail-in",
          "mixed-in",
          "beside",
          "parse",
          "sms-in",
          "soak",
          "today-1000",
          "case-1000",
          "today-20000",
          "case-20000",
          "today-1000000",
          "case-1000000",
          TICK,
          "search",
          "send");

  static final String USAGE =
      """
      usage: bin/bench [--quick] [--only LINE]... [--json FILE] [--store URI]
                       [--items N] [--clients K] [--warm-up SECONDS] [--record FILE.jfr]
      lines: %s
      """
          .formatted(String.join(" ", LINES));

  /** Throws {@link IllegalArgumentException} that names what was not understood. */
  static Options of(String... args) {
    Set<String> only = new HashSet<>();
    Path json = null;
    String store = null;
    Path recording = null;
    int clients = 32;
    int items = 0;
    int seconds = -1;
    boolean quick = false;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--quick" -> quick = true;
        case "--only" -> only.add(line(value(args, ++i)));
        case "--json" -> json = Path.of(value(args, ++i));
        case "--store" -> store = value(args, ++i);
        case "--record" -> recording = Path.of(value(args, ++i)).toAbsolutePath();
        case "--clients" -> clients = Integer.parseInt(value(args, ++i));
        case "--items" -> items = Integer.parseInt(value(args, ++i));
        case "--warm-up" -> seconds = Integer.parseInt(value(args, ++i));
        default -> throw new IllegalArgumentException(args[i] + " is not known");
      }
    }
    int measured = items > 0 ? items : quick ? 1_000 : 8_000;
    Duration warmUp = Duration.ofSeconds(seconds >= 0 ? seconds : quick ? 5 : 20);
    return new Options(only, json, store, clients, measured, warmUp, quick, recording);
  }

  private static String line(String name) {
    if (!LINES.contains(name)) {
      throw new IllegalArgumentException(name + " is no line of the bench");
    }
    return name;
  }

  private static String value(String[] args, int at) {
    if (at == args.length) {
      throw new IllegalArgumentException(args[at - 1] + " needs a value");
    }
    return args[at];
  }

  /** Promises that the ladder's tick is measured among. */
  int open() {
    return quick ? 20_000 : store == null ? 100_000 : 1_000_000;
  }

  /** Messages that is searched in. */
  int messages() {
    return quick ? 10_000 : store == null ? 50_000 : 1_000_000;
  }

  /** With {@code --quick}, what needs 20,000 cases or more runs only when it is named. */
  boolean wants(String line) {
    return only.isEmpty() ? !(quick && line.endsWith("0000")) : only.contains(line);
  }
}
