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
    List<String> asked = new ArrayList<>(List.of(args));
    boolean human = asked.remove("--human");
    Size size = size(asked);
    if (size == null) {
      System.err.println("usage: bin/simulate [--human] [--tenth | --small]");
      System.exit(2);
    }
    List<Scenario> scenarios = human ? Human.ALL : Scenario.ALL;
    print(scenarios, run(size, scenarios), System.out);
  }

  /** Null when what is asked for is not understood. */
  private static Size size(List<String> args) {
    return switch (String.join(" ", args)) {
      case "" -> Size.year();
      case "--tenth" -> Size.tenth();
      case "--small" -> Size.small();
      default -> null;
    };
  }

  /** Per scenario its figures, in order. */
  static List<Map<String, String>> run(Size size, List<Scenario> scenarios) {
    List<Map<String, String>> all = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      long began = System.nanoTime();
      Year year = new Year(size, scenario, SEED);
      Map<String, String> figures = year.live().figures();
      all.add(scenario.human() == null ? figures : CouncilTable.of(figures, year.report()));
      System.err.printf("%s: %d s%n", scenario.name(), (System.nanoTime() - began) / 1_000_000_000);
    }
    return all;
  }

  private static void print(
      List<Scenario> scenarios, List<Map<String, String>> all, PrintStream out) {
    out.print("| |");
    scenarios.forEach(one -> out.print(" " + one.name() + " |"));
    out.println();
    out.println("|---|" + "---:|".repeat(all.size()));
    for (String row : all.get(0).keySet()) {
      out.print("| " + row + " |");
      all.forEach(one -> out.print(" " + one.get(row) + " |"));
      out.println();
    }
  }
}
