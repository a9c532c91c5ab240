package nl.aanspreekpunt.bench;

import io.vertx.core.json.JsonObject;

/**
 * One line of the table. A figure that was not measured is NaN.
 *
 * @param p99 of times what 99 % stayed under; of rates what 99 % of the seconds reached
 * @param cpu seconds of the hub's process, its database included when embedded, for each item
 * @param writes asked of the store for each item
 * @param reads asked of the store for each item
 * @param rss most that the hub's process had resident so far, MiB
 * @param limit the same bytes inserted durably by the bare driver, items a second
 */
record Line(
    String name,
    String unit,
    double median,
    double p99,
    double cpu,
    double writes,
    double reads,
    double rss,
    double limit) {

  static Line of(String name, String unit, Figures figures, Usage.PerItem each, double limit) {
    boolean rate = unit.equals(Report.RATE);
    return new Line(
        name,
        unit,
        figures.median(),
        rate ? figures.at(0.01) : figures.p99(),
        each.cpu(),
        each.writes(),
        each.reads(),
        each.rss(),
        limit);
  }

  double ratio() {
    return unit.equals(Report.RATE) ? median / limit : Double.NaN;
  }

  JsonObject json() {
    return new JsonObject()
        .put("name", name)
        .put("unit", unit)
        .put("median", number(median, 1_000))
        .put("p99", number(p99, 1_000))
        .put("cpu_s_per_item", number(cpu, 1_000_000))
        .put("writes_per_item", number(writes, 100))
        .put("reads_per_item", number(reads, 100))
        .put("rss_mib", number(rss, 1))
        .put("limit", number(limit, 1))
        .put("ratio_to_limit", number(ratio(), 10_000));
  }

  private static Double number(double value, double parts) {
    return Double.isFinite(value) ? Math.round(value * parts) / parts : null;
  }
}
