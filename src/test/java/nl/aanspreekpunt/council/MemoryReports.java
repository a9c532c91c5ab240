package nl.aanspreekpunt.council;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;

/** Counted quarters in memory. */
record MemoryReports(Map<String, Report> kept) implements Reports {
  @Override
  public Future<List<Report>> find(List<String> quarters) {
    return Future.succeededFuture(
        quarters.stream().filter(kept::containsKey).map(kept::get).toList());
  }

  @Override
  public Future<Boolean> keep(Report counted) {
    Report there = kept.get(counted.id());
    boolean first = (there == null ? 0 : there.version()) == counted.version() - 1;
    if (first) {
      kept.put(counted.id(), counted);
    }
    return Future.succeededFuture(first);
  }

  @Override
  public Future<Boolean> hasOlder() {
    return Future.succeededFuture(true);
  }

  @Override
  public Future<Void> olderDone() {
    return Future.succeededFuture();
  }
}
