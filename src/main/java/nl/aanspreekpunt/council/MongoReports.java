package nl.aanspreekpunt.council;

import io.vertx.core.Future;
import java.util.List;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoReports implements Reports {
  private static final String OLDER = "older-cases";

  private final Table<Report> reports;
  private final Table<Done> done;

  /** Something that is done once for the whole store. */
  public record Done(String id) {}

  MongoReports(Store store) {
    reports = store.journaled("council-reports", Report.class);
    done = store.journaled("council-steps", Done.class);
  }

  @Override
  public Future<List<Report>> find(List<String> quarters) {
    return reports.findAll(quarters);
  }

  @Override
  public Future<Boolean> keep(Report counted) {
    return counted.version() == 1
        ? reports.insert(counted)
        : reports.replace(counted, counted.version() - 1);
  }

  @Override
  public Future<Boolean> hasOlder() {
    return done.find(OLDER).map(found -> found.isPresent());
  }

  @Override
  public Future<Void> olderDone() {
    return done.insert(new Done(OLDER)).mapEmpty();
  }
}
