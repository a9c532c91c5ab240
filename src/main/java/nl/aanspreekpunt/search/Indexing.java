package nl.aanspreekpunt.search;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Messages;
import nl.aanspreekpunt.casework.Unsought;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what changed to be found as it is now, some at a time, resting as long as it worked: what
 * comes in goes first. Each node may do the same at once; a write names the version it is based on.
 * What stood in the store before there was a search is done when there is nothing else.
 */
public final class Indexing {
  private static final int AT_ONCE = 64;
  private static final int MOST_TURNS = 10;
  private static final Logger LOG = LoggerFactory.getLogger(Indexing.class);

  private final Vertx vertx;
  private final WorkerExecutor reading;
  private final Cases cases;
  private final Unsought unsought;
  private final Receipts receipts;
  private final Outbox outbox;
  private final Entries entries;
  private final Backlog backlog;
  private final Clock clock;
  private final Patience unfinished = new Patience(Duration.ofSeconds(2), Duration.ofHours(1));
  private final Patience failing = new Patience(Duration.ofMinutes(1), Duration.ofHours(6));

  Indexing(
      Vertx vertx,
      Cases cases,
      Unsought unsought,
      Receipts receipts,
      Outbox outbox,
      Entries entries,
      Backlog backlog,
      Clock clock) {
    this.vertx = vertx;
    this.cases = cases;
    this.unsought = unsought;
    this.receipts = receipts;
    this.outbox = outbox;
    this.entries = entries;
    this.backlog = backlog;
    this.clock = clock;
    reading = vertx.createSharedWorkerExecutor("search-index", 1);
  }

  /** How many cases it looked at. */
  public Future<Integer> tick() {
    return turn(0, MOST_TURNS);
  }

  private Future<Integer> turn(int before, int left) {
    long started = System.nanoTime();
    return unsought
        .by(clock.instant(), AT_ONCE)
        .compose(some -> some.isEmpty() ? older() : all(some).map(some.size()))
        .compose(
            done ->
                done < AT_ONCE || left == 1
                    ? Future.succeededFuture(before + done)
                    : rest(started).compose(rested -> turn(before + done, left - 1)));
  }

  private Future<Void> rest(long started) {
    Promise<Void> rested = Promise.promise();
    long worked = Math.max(1, (System.nanoTime() - started) / 1_000_000);
    vertx.setTimer(worked, over -> rested.complete());
    return rested.future();
  }

  /** What was there before there was a search, newest first. */
  private Future<Integer> older() {
    return backlog
        .now()
        .compose(
            at ->
                at.done()
                    ? Future.succeededFuture(0)
                    : cases
                        .list(new Cases.Filter(null, null, null), at.cursor(), AT_ONCE)
                        .compose(
                            some ->
                                all(some)
                                    .compose(done -> backlog.past(at, some))
                                    .map(some.size())));
  }

  /** How many cases wait, counted up to {@code atMost}, those from before a search among them. */
  public Future<Long> waiting(int atMost) {
    return unsought.count(clock.instant(), atMost);
  }

  /** How many cases from before there was a search can be found by now. */
  public Future<Long> caughtUp() {
    return backlog.now().map(Backlog.State::count);
  }

  /** One that cannot be done keeps none of the others: it waits by itself. */
  private Future<Void> all(List<Case> some) {
    return Future.succeededFuture(some)
        .compose(this::together)
        .onSuccess(done -> some.forEach(failing::over))
        .recover(
            failed -> {
              Future<Void> each = Future.succeededFuture();
              for (Case one : some) {
                each = each.compose(done -> alone(one));
              }
              return each;
            });
  }

  private Future<Void> alone(Case one) {
    return Future.succeededFuture(List.of(one))
        .compose(this::together)
        .onSuccess(done -> failing.over(one))
        .recover(
            failed -> {
              if (!failing.knows(one)) {
                LOG.warn("case {} is not found as it is now: {}", one.id(), failed.toString());
              }
              return unsought.later(one, clock.instant().plus(failing.next(one)));
            });
  }

  private Future<Void> together(List<Case> some) {
    Map<String, List<Describing>> wanted = new HashMap<>();
    Messages messages = new Messages(cases);
    return Future.all(
            some.stream()
                .map(
                    one ->
                        messages
                            .course(one)
                            .map(
                                course ->
                                    wanted.put(one.id(), Describing.of(one, Said.in(one, course)))))
                .toList())
        .compose(read -> there(wanted.values()))
        .compose(
            there ->
                texts(wanted.values(), there).compose(texts -> write(some, wanted, there, texts)));
  }

  /** What there is, and whether there is more than is wanted. */
  private Future<Map<String, Entry>> there(Collection<List<Describing>> wanted) {
    List<String> ids =
        wanted.stream()
            .flatMap(
                all ->
                    IntStream.rangeClosed(0, all.size())
                        .mapToObj(n -> Entry.id(all.get(0).number(), n)))
            .toList();
    return entries.findAll(ids).map(found -> by(found, Entry::id));
  }

  /** Of messages and answers, what is still to be read. */
  private record Texts(Map<String, Receipt> receipts, Map<String, Outgoing> answers) {}

  private Future<Texts> texts(Collection<List<Describing>> wanted, Map<String, Entry> there) {
    List<Describing> toRead =
        wanted.stream().flatMap(List::stream).filter(one -> toRead(one, there)).toList();
    List<String> messages = toRead.stream().flatMap(one -> one.messages().stream()).toList();
    List<String> answers = toRead.stream().flatMap(one -> one.answers().stream()).toList();
    Future<List<Receipt>> in =
        messages.isEmpty() ? Future.succeededFuture(List.of()) : receipts.findAll(messages);
    Future<List<Outgoing>> out =
        answers.isEmpty() ? Future.succeededFuture(List.of()) : outbox.findAll(answers);
    return Future.all(in, out)
        .map(both -> new Texts(by(in.result(), Receipt::id), by(out.result(), Outgoing::id)));
  }

  private static boolean toRead(Describing one, Map<String, Entry> there) {
    Entry now = there.get(one.id());
    return now == null || !one.saysWhat(now);
  }

  private Future<Void> write(
      List<Case> some,
      Map<String, List<Describing>> wanted,
      Map<String, Entry> there,
      Texts texts) {
    return reading
        .executeBlocking(
            () -> {
              Words words = new Words();
              Map<String, Entry> made = new HashMap<>();
              some.forEach(one -> made(one, wanted.get(one.id()), there, texts, words, made));
              return made;
            })
        .compose(
            made ->
                Future.join(
                        some.stream()
                            .map(one -> write(one, wanted.get(one.id()), there, made, texts))
                            .toList())
                    .mapEmpty());
  }

  private static void made(
      Case one,
      List<Describing> wanted,
      Map<String, Entry> there,
      Texts texts,
      Words words,
      Map<String, Entry> made) {
    Map<String, String> answers = new HashMap<>();
    Stream.concat(one.pending().stream(), texts.answers().values().stream())
        .forEach(entry -> answers.put(entry.id(), Describing.text(entry)));
    wanted.stream()
        .filter(each -> toRead(each, there))
        .forEach(
            each -> {
              Entry now = there.get(each.id());
              long version = now == null ? 1 : now.version() + 1;
              made.put(each.id(), each.made(version, words, texts.receipts(), answers));
            });
  }

  private Future<Void> write(
      Case one,
      List<Describing> wanted,
      Map<String, Entry> there,
      Map<String, Entry> made,
      Texts texts) {
    boolean complete = wanted.stream().allMatch(each -> each.complete(texts.receipts()));
    List<Future<Boolean>> all = new ArrayList<>();
    wanted.forEach(each -> all.add(write(each, there.get(each.id()), made.get(each.id()))));
    if (there.containsKey(Entry.id(one.id(), wanted.size()))) {
      all.add(delete(one.id(), wanted.size()).map(true));
    }
    return Future.all(all).compose(done -> written(one, complete, all));
  }

  /** What another node wrote meanwhile is looked at again; also what was not there yet. */
  private Future<Void> written(Case one, boolean complete, List<Future<Boolean>> all) {
    if (!all.stream().allMatch(Future::result)) {
      return Future.succeededFuture();
    }
    if (complete) {
      unfinished.over(one);
      return unsought.done(one);
    }
    return unsought.later(one, clock.instant().plus(unfinished.next(one)));
  }

  private Future<Boolean> write(Describing each, Entry now, Entry made) {
    if (made != null) {
      return now == null ? entries.insert(made) : entries.replace(made, now.version());
    }
    if (each.is(now)) {
      return Future.succeededFuture(true);
    }
    return entries
        .find(each.id())
        .compose(
            found ->
                found.filter(one -> one.version() == now.version()).isEmpty()
                    ? Future.succeededFuture(false)
                    : entries.replace(each.moved(found.get()), now.version()));
  }

  /** This stretch of a case and those after it are found no more. */
  Future<Void> delete(String number, int n) {
    return entries
        .delete(Entry.id(number, n))
        .compose(gone -> gone ? delete(number, n + 1) : Future.succeededFuture());
  }

  private static <T> Map<String, T> by(List<T> all, Function<T, String> id) {
    Map<String, T> byId = new HashMap<>();
    all.forEach(one -> byId.put(id.apply(one), one));
    return byId;
  }
}
