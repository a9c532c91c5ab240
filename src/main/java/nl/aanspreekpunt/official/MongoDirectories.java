package nl.aanspreekpunt.official;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.file.FileSystemException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory in one document, changed only when nobody else changed it in between. */
final class MongoDirectories implements Directories {
  private static final Logger LOG = LoggerFactory.getLogger(MongoDirectories.class);
  private static final int TRIES = 20;
  private static final String HISTORY = "directory-changes";
  private static final String[] ALL_BUT_VERSION = {
    "yaml",
    "absences",
    "departures",
    "former",
    "fed",
    "topics",
    "days",
    "change",
    "done",
    "pins",
    "profiles",
    "addresses"
  };

  private final Table<StoredDirectory> documents;
  private final Table<DirectoryChange> history;
  private final Vertx vertx;
  private final WorkerExecutor reading;
  private final Clock clock;
  private final DirectorySettings settings;
  private volatile DirectoryCopy copy;

  private MongoDirectories(Vertx vertx, Store store, Clock clock, DirectorySettings settings) {
    this.vertx = vertx;
    this.clock = clock;
    this.settings = settings;
    documents = store.journaled("directory", StoredDirectory.class);
    history = store.journaled(HISTORY, DirectoryChange.class);
    reading = vertx.createSharedWorkerExecutor("directory", 1);
  }

  /** Reads the stored directory; at the first start the file. */
  static Future<Directories> open(
      Vertx vertx, Store store, Clock clock, DirectorySettings settings) {
    MongoDirectories directories = new MongoDirectories(vertx, store, clock, settings);
    return store
        .ensure(HISTORY, List.of(Index.on("at"), Index.on("by", "at")))
        .compose(ready -> directories.start())
        .map(directories);
  }

  private Future<Void> start() {
    return documents
        .find(StoredDirectory.ID)
        .compose(stored -> stored.isPresent() ? startWith(stored.get()) : startWithFile());
  }

  private Future<Void> startWithFile() {
    return file()
        .recover(
            missing ->
                Future.failedFuture(
                    new DirectoryRefused(
                        settings.file() + ": cannot be read; the directory is expected there")))
        .compose(yaml -> checked(StoredDirectory.first(yaml, clock.instant())))
        .compose(
            first ->
                documents
                    .insert(first.stored())
                    .compose(
                        inserted ->
                            inserted
                                ? publish(first)
                                : stored().compose(this::copyOf).compose(this::publish)))
        .compose(started -> remember(started.stored()));
  }

  private Future<String> file() {
    return vertx
        .fileSystem()
        .readFile(settings.file())
        .map(bytes -> bytes.toString(StandardCharsets.UTF_8));
  }

  private Future<DirectoryCopy> checked(StoredDirectory first) {
    return onWorker(
        () -> DirectoryCopy.of(first, DirectoryFile.read(first.yaml(), settings), settings));
  }

  private Future<Void> startWith(StoredDirectory stored) {
    return copyOf(stored)
        .compose(this::publish)
        .compose(started -> remember(stored))
        .compose(remembered -> file())
        .compose(yaml -> yaml.equals(stored.yaml()) ? same() : difference(yaml))
        .onSuccess(this::sayWhatDiffers)
        .recover(this::sayWhatIsWrong)
        .mapEmpty();
  }

  private static Future<List<DirectoryLine>> same() {
    return Future.succeededFuture(List.of());
  }

  private void sayWhatDiffers(List<DirectoryLine> lines) {
    if (!lines.isEmpty()) {
      LOG.warn(
          "{} differs from the directory in use at {} place(s), such as {}. Nothing was changed:"
              + " an administrator can see each difference and apply the file",
          settings.file(),
          lines.size(),
          lines.get(0));
    }
  }

  /** A file that is wrong or missing is no reason not to start: the directory in use is whole. */
  private Future<List<DirectoryLine>> sayWhatIsWrong(Throwable failure) {
    if (failure instanceof DirectoryRefused) {
      LOG.warn(
          "{}. Nothing was changed: the directory in use stays",
          String.join("; ", failure.getMessage().lines().toList()));
    } else if (failure instanceof FileSystemException) {
      LOG.info("{} cannot be read; the directory in use stays", settings.file());
    } else {
      return Future.failedFuture(failure);
    }
    return same();
  }

  @Override
  public Directory current() {
    return copy.snapshot();
  }

  @Override
  public Future<Directory> refresh() {
    return documents
        .find(Filters.eq("_id", StoredDirectory.ID), null, 1, ALL_BUT_VERSION)
        .compose(
            found ->
                found.isEmpty() || found.get(0).version() == copy.stored().version()
                    ? Future.succeededFuture(copy)
                    : stored().compose(this::copyOf).compose(this::publish))
        .map(DirectoryCopy::snapshot);
  }

  @Override
  public Future<Directory> absent(Absence absence, Asked asked) {
    return change(copy -> copy.once(asked, one -> one.absent(absence, clock.instant())))
        .map(Changed::directory);
  }

  @Override
  public Future<Directory> returned(String official, Instant now, String by, Asked asked) {
    return change(copy -> copy.once(asked, one -> one.returned(official, now, by)))
        .map(Changed::directory);
  }

  @Override
  public Future<Directory> works(WorkDays days, Asked asked) {
    return change(copy -> copy.once(asked, days::over)).map(Changed::directory);
  }

  @Override
  public Future<Directory> shows(Profile profile) {
    return change(profile::over).map(Changed::directory);
  }

  @Override
  public Future<Directory> departed(Departure departure) {
    return change(copy -> copy.departed(departure, clock.instant())).map(Changed::directory);
  }

  @Override
  public Future<Directory> stays(String official, Instant now, String by) {
    return change(copy -> copy.stays(official, now, by)).map(Changed::directory);
  }

  @Override
  public Future<Directory> pin(Pin pin, Asked asked) {
    return change(copy -> copy.once(asked, one -> Pins.pinned(one, pin, clock.instant())))
        .map(Changed::directory);
  }

  @Override
  public Future<Directory> unpin(String id, String by, String reason) {
    return change(copy -> Pins.revoked(copy, id, by, reason, clock.instant()))
        .map(Changed::directory);
  }

  @Override
  public Future<Would> would(FileChange change) {
    return stored()
        .compose(this::copyOf)
        .compose(copy -> onWorker(() -> copy.would(change, clock.instant(), settings)));
  }

  @Override
  public Future<List<DirectoryLine>> apply(FileChange change, String by, Instant now) {
    return change(copy -> copy.apply(change, by, now, settings)).map(Changed::lines);
  }

  @Override
  public Future<AppliedFile> applied() {
    return stored()
        .compose(
            stored ->
                onWorker(
                    () ->
                        new AppliedFile(
                            stored.version(),
                            stored.yaml(),
                            DirectoryYaml.read(settings.file(), stored.yaml()).values(),
                            stored.facts().fed(),
                            stored.facts().had())));
  }

  /** The latest that was applied up to that version. */
  @Override
  public Future<Optional<String>> applied(long version) {
    return history
        .findAll(List.of(DirectoryChange.id(version)))
        .compose(
            found -> {
              Optional<String> yaml =
                  found.stream().map(DirectoryChange::yaml).filter(Objects::nonNull).findFirst();
              return found.isEmpty() || yaml.isPresent() || version <= 1
                  ? Future.succeededFuture(yaml)
                  : applied(version - 1);
            });
  }

  private Feed on(DirectoryCopy copy, Instant now) {
    return new Feed(copy, settings, now);
  }

  @Override
  public Future<List<FedMistake>> mistakes(List<Fed> people) {
    return stored()
        .compose(this::copyOf)
        .compose(copy -> onWorker(() -> on(copy, clock.instant()).mistakes(people)));
  }

  @Override
  public Future<List<DirectoryLine>> fedDifference(List<Fed> people) {
    return stored()
        .compose(this::copyOf)
        .compose(copy -> onWorker(() -> on(copy, clock.instant()).next(people, "")))
        .map(next -> next.map(one -> one.change().lines()).orElse(List.of()));
  }

  @Override
  public Future<List<DirectoryLine>> feed(List<Fed> people, String by, Instant now) {
    return change(copy -> on(copy, now).next(people, by)).map(Changed::lines);
  }

  @Override
  public Future<List<DirectoryLine>> fedDifference(FedForm form) {
    return stored()
        .compose(this::copyOf)
        .compose(copy -> onWorker(() -> on(copy, clock.instant()).next(form, "")))
        .map(next -> next.map(one -> one.change().lines()).orElse(List.of()));
  }

  @Override
  public Future<List<DirectoryLine>> feed(FedForm form, String by, Instant now) {
    return change(copy -> on(copy, now).next(form, by)).map(Changed::lines);
  }

  @Override
  public Future<List<DirectoryChange>> changes(int limit) {
    List<String> ids =
        LongStream.iterate(copy.stored().version(), version -> version > 0, version -> version - 1)
            .limit(limit)
            .mapToObj(DirectoryChange::id)
            .toList();
    return history.findAll(ids, "yaml");
  }

  @Override
  public Future<List<DirectoryChange>> changes(String by, Instant from, Instant until, int limit) {
    Bson when = Filters.and(Filters.gte("at", from), Filters.lt("at", until));
    Bson such = by == null ? when : Filters.and(Filters.eq("by", by), when);
    return history.find(such, Sorts.descending("at"), limit, "yaml");
  }

  /** What came of it: the lines that changed, none when nothing did. */
  private record Changed(Directory directory, List<DirectoryLine> lines) {}

  private Future<Changed> change(DirectoryCopy.Change change) {
    return change(change, TRIES);
  }

  private Future<Changed> change(DirectoryCopy.Change change, int triesLeft) {
    return stored()
        .compose(stored -> remember(stored).compose(remembered -> copyOf(stored)))
        .compose(this::publish)
        .compose(
            before ->
                onWorker(() -> change.of(before))
                    .compose(
                        next ->
                            next.isEmpty()
                                ? Future.succeededFuture(new Changed(before.snapshot(), List.of()))
                                : replace(before, next.get(), change, triesLeft)));
  }

  private Future<Changed> replace(
      DirectoryCopy before, StoredDirectory next, DirectoryCopy.Change change, int triesLeft) {
    return documents
        .replace(next, before.stored().version())
        .compose(
            replaced -> {
              if (replaced) {
                return remember(next)
                    .compose(remembered -> copyOf(next))
                    .compose(this::publish)
                    .map(after -> new Changed(after.snapshot(), next.change().lines()));
              }
              if (triesLeft == 0) {
                return Future.failedFuture("the directory is changed too often by others");
              }
              return vertx
                  .timer(1 + ThreadLocalRandom.current().nextInt(50))
                  .compose(waited -> change(change, triesLeft - 1));
            });
  }

  private Future<StoredDirectory> stored() {
    return documents
        .find(StoredDirectory.ID)
        .map(stored -> stored.orElseThrow(() -> new IllegalStateException("no directory stored")));
  }

  /** Copies the change that made this version to the history; more than once does no harm. */
  private Future<Void> remember(StoredDirectory stored) {
    return history.insert(stored.toKeep()).mapEmpty();
  }

  private Future<DirectoryCopy> copyOf(StoredDirectory stored) {
    DirectoryCopy known = copy;
    if (known != null && known.stored().version() == stored.version()) {
      return Future.succeededFuture(known);
    }
    boolean sameFile = known != null && known.stored().yaml().equals(stored.yaml());
    return onWorker(
        () ->
            DirectoryCopy.of(
                stored,
                sameFile ? known.definition() : DirectoryFile.readStored(stored.yaml(), settings),
                settings));
  }

  /** Never back to an earlier version, whoever comes last. */
  private synchronized Future<DirectoryCopy> publish(DirectoryCopy read) {
    if (copy == null || read.stored().version() > copy.stored().version()) {
      copy = read;
    }
    return Future.succeededFuture(read);
  }

  private interface Work<T> {
    T run() throws DirectoryRefused;
  }

  /** Reading a large file takes too long for an event loop. */
  private <T> Future<T> onWorker(Work<T> work) {
    return reading.executeBlocking(work::run);
  }
}
