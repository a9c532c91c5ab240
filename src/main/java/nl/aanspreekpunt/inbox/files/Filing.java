package nl.aanspreekpunt.inbox.files;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.aanspreekpunt.inbox.FileSources;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.StoredFile;
import nl.aanspreekpunt.inbox.StoredFile.Verdict;
import nl.aanspreekpunt.store.FileStore;
import nl.aanspreekpunt.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the files out of messages that are at their case, and asks the scanner about each before
 * anybody opens it. The message stays as it came: whatever goes wrong here is done again from it,
 * and makes the same files once. What the scanner does not answer about is held, and asked again.
 */
public final class Filing {
  /** Of that one message: as long as a scanner may take, and more. */
  static final Duration LEASE = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(Filing.class);
  private static final Duration SOONEST = Duration.ofSeconds(10);
  private static final Duration LATEST = Duration.ofMinutes(10);
  private static final int AT_ONCE = 4;
  private static final long LONGEST_WAIT_S = 10;

  private final Filings filings;
  private final FileStore files;
  private final FileSources sources;
  private final HeldKinds held;
  private final Scanner scanner;
  private final Clock clock;
  private final Consumer<StoredFile.State> told;
  private final Map<String, Future<Receipt>> underWay = new HashMap<>();
  private volatile boolean stopping;

  /**
   * @param scanner {@link Scanner#NONE} when there is none
   * @param told how each file stands once that is known
   */
  public Filing(
      Store store,
      FileSources sources,
      HeldKinds held,
      Scanner scanner,
      Clock clock,
      Consumer<StoredFile.State> told) {
    this.filings = Filings.in(store);
    this.files = FileStore.in(store);
    this.sources = sources;
    this.held = held;
    this.scanner = scanner;
    this.clock = clock;
    this.told = told;
  }

  public Future<Void> prepare() {
    return Future.all(filings.prepare(), files.prepare()).mapEmpty();
  }

  /**
   * Begins with what is due, a few at once, and goes on with the next when one is done; completes
   * with how many are under way. One that takes long keeps only its own place.
   */
  public Future<Integer> tick() {
    int free = AT_ONCE - count();
    return stopping || free <= 0
        ? Future.succeededFuture(count())
        : filings
            .due(clock.instant(), free)
            .map(
                due -> {
                  due.forEach(one -> once(one).onComplete(done -> more()));
                  return count();
                });
  }

  /** What fails here is found by the next tick. */
  private void more() {
    tick().onFailure(e -> LOG.debug("no next one: {}", e.toString()));
  }

  private synchronized int count() {
    return underWay.size();
  }

  /** Until what is under way is done. */
  public Future<Void> drain() {
    synchronized (this) {
      return Future.join(List.copyOf(underWay.values())).otherwiseEmpty().mapEmpty();
    }
  }

  /** Begins nothing new, and finishes what is under way. */
  public Future<Void> stop() {
    stopping = true;
    return drain();
  }

  /**
   * The receipt with all that can be known of its files now. Fails when the store is away.
   *
   * @param receipt as found
   */
  public Future<Receipt> settled(Receipt receipt) {
    return lacks(receipt) ? once(receipt) : Future.succeededFuture(receipt);
  }

  /** The same for who waits for an answer: after ten seconds as it is; the work goes on. */
  public Future<Receipt> soon(Receipt receipt) {
    return settled(receipt)
        .timeout(LONGEST_WAIT_S, TimeUnit.SECONDS)
        .recover(
            e ->
                e instanceof TimeoutException
                    ? Future.succeededFuture(receipt)
                    : Future.failedFuture(e));
  }

  private boolean lacks(Receipt receipt) {
    boolean none = receipt.read() == null && receipt.files().isEmpty();
    return none || lacksOne(receipt) || receipt.files().stream().anyMatch(this::isAsked);
  }

  /** Of those that it says to have. */
  private static boolean lacksOne(Receipt receipt) {
    return receipt.read() != null
        && receipt.read().attachments().stream()
            .anyMatch(one -> receipt.file(one.part()).isEmpty());
  }

  private boolean isAsked(StoredFile file) {
    return file.verdict() == Verdict.WAITING
        || (file.verdict() == Verdict.UNASKED && scanner != Scanner.NONE);
  }

  /** Who asks for one that is under way waits for it. */
  private Future<Receipt> once(Receipt receipt) {
    Future<Receipt> work;
    synchronized (this) {
      Future<Receipt> before = underWay.get(receipt.id());
      if (before != null) {
        return before;
      }
      work = Future.succeededFuture().compose(now -> claimed(receipt));
      if (work.isComplete()) {
        return work;
      }
      underWay.put(receipt.id(), work);
    }
    work.onComplete(done -> over(receipt.id()))
        .onFailure(e -> LOG.warn("files of {} wait: {}", receipt.id(), e.toString()));
    return work;
  }

  private synchronized void over(String id) {
    underWay.remove(id);
  }

  private Future<Receipt> claimed(Receipt seen) {
    Instant now = clock.instant();
    Instant until = now.plus(LEASE);
    return filings
        .claim(seen, now, until)
        .compose(
            mine ->
                mine.isEmpty()
                    ? Future.succeededFuture(seen)
                    : done(mine.get(), until)
                        .onFailure(e -> filings.later(seen.id(), until, next(mine.get()))));
  }

  private Future<Receipt> done(Receipt whole, Instant claimed) {
    List<StoredFile> all = new ArrayList<>(whole.files());
    return takenOut(whole, all)
        .compose(out -> asked(whole.id(), all, 0, claimed.minus(LEASE.dividedBy(2))))
        .compose(
            said -> {
              all.forEach(file -> tell(whole, file));
              boolean waits = all.stream().anyMatch(one -> one.verdict() == Verdict.WAITING);
              return waits || lost(whole, all)
                  ? filings.keep(whole.id(), claimed, all, next(whole))
                  : settle(whole, claimed, all);
            })
        .map(kept -> kept.orElse(whole));
  }

  /** All is known; where they came from they may go, once they are on disk here. */
  private Future<Optional<Receipt>> settle(Receipt whole, Instant claimed, List<StoredFile> all) {
    if (!sources.lets(whole)) {
      return filings.keep(whole.id(), claimed, all, null);
    }
    Instant again = next(whole);
    return filings
        .keepSafe(whole.id(), claimed, all, again)
        .compose(
            safe ->
                safe.isEmpty()
                    ? Future.succeededFuture(safe)
                    : sources
                        .kept(whole, kept(all))
                        .compose(gone -> filings.keep(whole.id(), again, all, null))
                        .recover(e -> stays(whole, safe, e)));
  }

  private static Set<Integer> kept(List<StoredFile> all) {
    return all.stream()
        .filter(one -> one.verdict() != Verdict.UNFETCHED)
        .map(StoredFile::part)
        .collect(Collectors.toSet());
  }

  private static Future<Optional<Receipt>> stays(
      Receipt whole, Optional<Receipt> kept, Throwable why) {
    LOG.warn("files of {} stay where they came from for now: {}", whole.id(), why.toString());
    return Future.succeededFuture(kept);
  }

  private void tell(Receipt before, StoredFile file) {
    boolean news =
        !before.file(file.part()).map(StoredFile::state).equals(Optional.of(file.state()));
    if (news) {
      told.accept(file.state());
    }
  }

  /** One was not there as it was written: it is made again from the message. */
  private static boolean lost(Receipt whole, List<StoredFile> all) {
    return whole.files().size() > all.size();
  }

  /** Later each time, without counting: after a quarter of how long it waits. */
  private Instant next(Receipt one) {
    Instant now = clock.instant();
    Instant since = one.filesSince() == null ? now : one.filesSince();
    Duration waits = Duration.between(since, now).dividedBy(4);
    Duration pause = waits.compareTo(LATEST) > 0 ? LATEST : waits;
    return now.plus(pause.compareTo(SOONEST) < 0 ? SOONEST : pause);
  }

  private Future<Void> takenOut(Receipt whole, List<StoredFile> all) {
    boolean lacks = all.isEmpty() || lacksOne(whole);
    return lacks
        ? sources.each(
            whole,
            source ->
                whole.file(source.part()).isPresent()
                    ? Future.succeededFuture()
                    : takenOut(whole.id(), source).map(all::add).mapEmpty())
        : Future.succeededFuture();
  }

  private Future<StoredFile> takenOut(String receipt, FileSources.Source source) {
    String id = id(receipt, source.part());
    Sniffing looks = new Sniffing(source.name(), held);
    return pieces(id, source, looks, 0)
        .compose(
            done ->
                source.use(
                    () ->
                        looks.found(
                            source.part(),
                            scanner == Scanner.NONE ? Verdict.UNASKED : Verdict.WAITING)))
        .compose(
            file ->
                files
                    .finish(
                        id,
                        file.name(),
                        file.size(),
                        clock.instant(),
                        Map.of("type", file.type(), "sha256", file.digest(), "message", receipt))
                    .map(file))
        .recover(
            e ->
                e instanceof FileSources.Unfetched
                    ? unfetched(receipt, source, looks, e)
                    : Future.failedFuture(e));
  }

  /** What came of it goes. */
  private Future<StoredFile> unfetched(
      String receipt, FileSources.Source source, Sniffing looks, Throwable why) {
    LOG.warn("a file of {} does not come: {}", receipt, why.getMessage());
    return files
        .delete(id(receipt, source.part()), looks.size() + FileStore.CHUNK)
        .map(StoredFile.unfetched(source.part(), looks.name()));
  }

  private Future<Void> pieces(String id, FileSources.Source source, Sniffing looks, int n) {
    return source
        .use(
            () -> {
              byte[] piece = source.next(FileStore.CHUNK);
              looks.take(piece);
              return piece;
            })
        .compose(
            piece -> {
              if (piece.length == 0) {
                return Future.succeededFuture();
              }
              Future<Void> written = files.write(id, n, piece);
              return piece.length < FileStore.CHUNK
                  ? written
                  : written.compose(more -> pieces(id, source, looks, n + 1));
            });
  }

  /**
   * One after another. After one about which it does not answer the others wait too; so do those
   * that its time is over for, while what it said is kept.
   */
  private Future<Void> asked(String receipt, List<StoredFile> all, int n, Instant end) {
    if (n == all.size() || clock.instant().isAfter(end)) {
      return Future.succeededFuture();
    }
    StoredFile file = all.get(n);
    return !isAsked(file)
        ? asked(receipt, all, n + 1, end)
        : scanner
            .scan(taking -> files.read(id(receipt, file.part()), file.size(), taking))
            .compose(
                said -> {
                  all.set(n, file.judged(said.verdict(), clock.instant(), said.signature()));
                  return asked(receipt, all, n + 1, end);
                })
            .recover(e -> left(receipt, all, n, e));
  }

  private static Future<Void> left(String receipt, List<StoredFile> all, int n, Throwable why) {
    if (why instanceof FileStore.Damaged) {
      LOG.warn("a file of {} is made again: {}", receipt, why.getMessage());
      all.remove(n);
      return Future.succeededFuture();
    }
    if (!(why instanceof Scanner.Away)) {
      return Future.failedFuture(why);
    }
    LOG.warn("the scanner does not answer about {}: {}", receipt, why.getMessage());
    all.replaceAll(
        one -> one.verdict() == Verdict.UNASKED ? one.judged(Verdict.WAITING, null, null) : one);
    return Future.succeededFuture();
  }

  /**
   * The bytes of a file that opens.
   *
   * @param taking as in {@link FileStore#read}
   */
  public Future<Void> read(
      Receipt receipt, StoredFile file, Function<Buffer, Future<Void>> taking) {
    return files
        .read(id(receipt.id(), file.part()), file.size(), taking)
        .recover(
            e -> e instanceof FileStore.Damaged ? again(receipt, file, e) : Future.failedFuture(e));
  }

  private Future<Void> again(Receipt receipt, StoredFile lost, Throwable why) {
    Instant now = clock.instant();
    List<StoredFile> others = receipt.files().stream().filter(one -> !one.equals(lost)).toList();
    LOG.warn("a file of {} is made again: {}", receipt.id(), why.getMessage());
    return filings
        .claim(receipt, now, now)
        .compose(mine -> filings.keep(receipt.id(), now, others, now))
        .compose(noted -> Future.failedFuture(why));
  }

  /**
   * Lets one through that is held back for what it is; false when somebody else is at work on its
   * message now.
   *
   * @param by official id
   */
  public Future<Boolean> letThrough(Receipt receipt, int part, String by) {
    Instant now = clock.instant();
    Instant until = now.plus(LEASE);
    return filings
        .claim(receipt, now, until)
        .compose(
            mine ->
                mine.isEmpty()
                    ? Future.succeededFuture(Optional.<Receipt>empty())
                    : filings.keep(
                        receipt.id(),
                        until,
                        mine.get().files().stream()
                            .map(one -> one.part() == part ? one.letThrough(by) : one)
                            .toList(),
                        lacks(mine.get()) ? now : null))
        .map(Optional::isPresent);
  }

  /** Destroys the files of a message; before the message itself, which can make them again. */
  public Future<Void> destroy(Receipt receipt) {
    Future<Void> gone = Future.succeededFuture();
    for (StoredFile file : receipt.files()) {
      gone = gone.compose(one -> files.delete(id(receipt.id(), file.part()), file.size()));
    }
    return gone;
  }

  /** Of how many messages files wait, counted up to a bound. */
  public Future<Long> waiting(int atMost) {
    return filings.waiting(atMost);
  }

  /** How long the oldest waits; zero when none does. */
  public Future<Duration> longest() {
    return filings
        .oldest()
        .map(since -> since.map(it -> Duration.between(it, clock.instant())))
        .map(waits -> waits.filter(it -> !it.isNegative()).orElse(Duration.ZERO));
  }

  private static String id(String receipt, int part) {
    return receipt + "/" + part;
  }
}
