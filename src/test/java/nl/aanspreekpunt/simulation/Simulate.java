package nl.aanspreekpunt.simulation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A year of a municipality with and without what the hub does, as a table in Markdown. */
public final class Simulate {
  private static final long SEED = 2026;

  private Simulate() {}

  public static void main(String... args) {
    Size size = size(args);
    if (size == null) {
      System.err.println("usage: bin/simulate [--tenth | --small]");
      System.exit(2);
    }
    print(run(size), System.out);
  }

  /** Null when what is asked for is not understood. */
  private static Size size(String... args) {
    return switch (String.join(" ", args)) {
      case "" -> Size.year();
      case "--tenth" -> Size.tenth();
      case "--small" -> Size.small();
      default -> null;
    };
  }

  /** Per scenario its figures, in order. */
  static List<Map<String, String>> run(Size size) {
    List<Map<String, String>> all = new ArrayList<>();
    for (Scenario scenario : Scenario.ALL) {
      long began = System.nanoTime();
      all.add(new Year(size, scenario, SEED).live().figures());
      System.err.printf("%s: %d s%n", scenario.name(), (System.nanoTime() - began) / 1_000_000_000);
    }
    return all;
  }

  private static void print(List<Map<String, String>> all, PrintStream out) {
    out.print("| |");
    Scenario.ALL.forEach(one -> out.print(" " + one.name() + " |"));
    out.println();
    out.println("|---|" + "---:|".repeat(all.size()));
    for (String row : all.get(0).keySet()) {
      out.print("| " + row + " |");
      all.forEach(one -> out.print(" " + one.get(row) + " |"));
      out.println();
    }
  }
}
