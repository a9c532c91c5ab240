package nl.aanspreekpunt.bench;

/**
 * What the hub's process has used since it was started.
 *
 * @param cpu seconds
 * @param rss most that was resident at once, MiB
 */
record Usage(double cpu, double rss, double writes, double reads, double routed) {

  /** What each item of a run cost. */
  record PerItem(double cpu, double writes, double reads, double rss) {}

  PerItem since(Usage before, int items) {
    return new PerItem(
        (cpu - before.cpu) / items,
        (writes - before.writes) / items,
        (reads - before.reads) / items,
        rss);
  }
}
