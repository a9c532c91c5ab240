package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Load;
import nl.aanspreekpunt.promise.Norm;

/** Counts what an official (id) has to do, for the estimate by which work is shared out. */
public record Workload(Cases cases, Directories directories, Clock clock)
    implements Function<String, Future<Load.Work>> {
  private static final int MOST = 2_000;
  private static final Norm SOON = Norm.parse("P1D");

  @Override
  public Future<Load.Work> apply(String official) {
    Instant soon = directories.current().hours(official).after(clock.instant(), SOON);
    return Future.all(cases.countOpen(official, MOST), cases.countPressing(official, soon, MOST))
        .map(both -> new Load.Work(both.resultAt(0), both.resultAt(1)));
  }
}
