package nl.aanspreekpunt.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseClock;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Choice;
import nl.aanspreekpunt.casework.Righting;
import nl.aanspreekpunt.casework.planned.SendingPlans;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.DirectorySettings;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Reason;
import nl.aanspreekpunt.store.Commands;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.StoreSettings;

/**
 * The ladder's tick on what a hub left, in this process, so that the clock can be set: each time to
 * the moment at which a hundred cases are due.
 */
final class Ticks {
  private static final int DUE = 100;
  private static final int TIMES = 100;
  private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");
  static final DirectorySettings DIRECTORY =
      new DirectorySettings(
          "conf/directory.yaml", List.of("voorbeeldstad.example"), ZoneId.of("Europe/Amsterdam"));

  private final Clock clock = new Settable();
  private final Store store;
  private final Cases cases;
  private final Directories directories;
  private final CaseClock ticking;
  private Instant now = Instant.now();

  private final class Settable extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.fixed(now, zone);
    }
  }

  /** The ladder's tick with so many open promises, of which 100 are due. */
  static void measure(Options options, int open, Path data, Report report) throws IOException {
    Vertx vertx = Vertx.vertx();
    try {
      Ticks ticks = new Ticks(vertx, new StoreSettings(options.store(), data));
      new Stock(ticks.cases, ticks.directories.current()).fill(open);
      ticks.measure("tick-" + open, report);
    } finally {
      await(vertx.close());
    }
  }

  private Ticks(Vertx vertx, StoreSettings settings) throws IOException {
    store = await(Store.open(vertx, settings));
    cases = Cases.in(store);
    await(cases.prepare());
    Outbox outbox =
        Outbox.in(
            store, Map.of(Channel.EMAIL, Reason.NO_RELAY, Channel.SMS, Reason.NO_SMS_PROVIDER));
    await(outbox.prepare());
    directories = await(Directories.in(vertx, store, clock, DIRECTORY));
    Casework casework = new Casework(cases, outbox, directories, clock, changed -> {});
    ticking =
        new CaseClock(
            cases,
            casework,
            new Righting(cases, casework, Identities.in(store)),
            new SendingPlans(casework, Identities.in(store)),
            (one, moment, given) -> Choice.without("jan.devries", Choice.Fit.TEAM),
            clock,
            climbed -> {});
  }

  /** The first ticks warm up. */
  private void measure(String name, Report report) throws IOException {
    try {
      ticks(TIMES / 4);
      Commands asked = store.commands();
      Duration cpu = cpu();
      long writes = asked.writes();
      long reads = asked.reads();
      Figures times = ticks(TIMES);
      Usage.PerItem each =
          new Usage.PerItem(
              cpu().minus(cpu).toNanos() / 1e9 / TIMES,
              (double) (asked.writes() - writes) / TIMES,
              (double) (asked.reads() - reads) / TIMES,
              Double.NaN);
      report.add(Line.of(name, Report.TIME, times, each, Double.NaN));
    } finally {
      await(store.close());
    }
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private Figures ticks(int count) throws IOException {
    double[] times = new double[count];
    for (int i = 0; i < count; i++) {
      List<Case> next = await(cases.due(FAR, DUE));
      now = next.get(next.size() - 1).wakeAt();
      long start = System.nanoTime();
      int due = await(ticking.tick());
      times[i] = (System.nanoTime() - start) / 1e6;
      if (due < DUE) {
        throw new IOException("only " + due + " cases were due");
      }
    }
    return new Figures(times);
  }

  static <T> T await(Future<T> future) throws IOException {
    try {
      return future.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      throw new IOException(e.getCause());
    }
  }
}
