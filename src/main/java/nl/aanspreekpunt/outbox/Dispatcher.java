package nl.aanspreekpunt.outbox;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import nl.aanspreekpunt.citizen.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due: claims an entry durably, tries once, records what came of it. What goes to one
 * person about one case goes in order; everything else goes side by side, so that a slow or bad one
 * delays nothing. Several nodes may dispatch from the same outbox.
 */
public final class Dispatcher extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final int MOST_AT_ONCE_READ = 128;
  private static final Comparator<Outgoing> IN_ORDER =
      Comparator.comparing(Outgoing::createdAt).thenComparing(Outgoing::id);

  /**
   * @param node this process, unlike any other
   * @param sendTimeout the longest one try takes; a claim is leased for three times as long
   * @param atOnce how many tries run side by side
   * @param attempts how many tries before an entry is given up
   * @param look how often to look for what is due
   */
  public record Settings(
      String node, Duration sendTimeout, int atOnce, int attempts, Duration look) {
    /** Half a minute for a try, eight side by side, some two days of trying. */
    public static Settings usual(String node) {
      return new Settings(node, Duration.ofSeconds(30), 8, 30, Duration.ofMillis(500));
    }

    Duration lease() {
      return sendTimeout.multipliedBy(3);
    }
  }

  /** Entries that go one after the other. */
  private record Line(String key, List<Outgoing> entries, Promise<Void> done) {}

  private final Outbox outbox;
  private final Map<Channel, Sending> senders;
  private final Readers readers;
  private final DeliveryListener listener;
  private final Clock clock;
  private final Settings settings;
  private final Attempting attempting;
  private final Queue<Line> waiting = new ArrayDeque<>();
  private final Set<String> busy = new HashSet<>();
  private final Promise<Void> idle = Promise.promise();
  private int running;
  private boolean looking;
  private boolean more;
  private boolean stopping;

  /**
   * @param readers asked after an entry was claimed: what is corrected before that goes to nobody
   *     whom it is not for, whichever node has it
   * @param senders those that are configured; the outbox gives nothing due for the others
   */
  public Dispatcher(
      Outbox outbox,
      Map<Channel, Sending> senders,
      Readers readers,
      DeliveryListener listener,
      Clock clock,
      Backoff backoff,
      Settings settings) {
    this.outbox = outbox;
    this.senders = Map.copyOf(senders);
    this.readers = readers;
    this.listener = listener;
    this.clock = clock;
    this.settings = settings;
    this.attempting = new Attempting(settings.attempts(), backoff);
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(settings.look().toMillis(), timer -> lookAgain());
    return Future.succeededFuture();
  }

  /** Begins nothing new, and finishes what is on its way. */
  @Override
  public Future<?> stop() {
    stopping = true;
    waiting.forEach(line -> line.done().complete());
    waiting.clear();
    if (running == 0) {
      idle.tryComplete();
    }
    return idle.future();
  }

  /** Sends what is due now; completes when each of these was tried. */
  public Future<Void> tick() {
    Promise<Void> done = Promise.promise();
    context.runOnContext(nothing -> look().onComplete(done));
    return done.future();
  }

  private void lookAgain() {
    if (waiting.isEmpty()) {
      look().onFailure(e -> LOG.warn("outbox cannot be read: {}", e.getMessage()));
    }
  }

  private Future<Void> look() {
    if (looking || stopping) {
      return Future.succeededFuture();
    }
    looking = true;
    return outbox
        .due(clock.instant(), MOST_AT_ONCE_READ)
        .onComplete(read -> looking = false)
        .compose(
            due -> {
              List<Line> lines = lines(due);
              more = due.size() == MOST_AT_ONCE_READ && !lines.isEmpty();
              waiting.addAll(lines);
              next();
              return Future.join(lines.stream().map(line -> line.done().future()).toList());
            })
        .mapEmpty();
  }

  private List<Line> lines(List<Outgoing> due) {
    Map<String, List<Outgoing>> byKey = new LinkedHashMap<>();
    for (Outgoing entry : due) {
      if (!busy.contains(key(entry))) {
        byKey.computeIfAbsent(key(entry), key -> new ArrayList<>()).add(entry);
      }
    }
    List<Line> lines = new ArrayList<>();
    byKey.forEach(
        (key, entries) -> {
          entries.sort(IN_ORDER);
          busy.add(key);
          lines.add(new Line(key, entries, Promise.promise()));
        });
    return lines;
  }

  private static String key(Outgoing entry) {
    Notice notice = entry.notice();
    return Attempting.toSend(entry) && notice.caseNumber() != null
        ? notice.caseNumber() + " " + notice.to()
        : entry.id();
  }

  private void next() {
    while (running < settings.atOnce() && !waiting.isEmpty()) {
      Line line = waiting.remove();
      running++;
      Future.succeededFuture()
          .compose(now -> work(line))
          .recover(e -> aside(line.entries().get(0), e))
          .onComplete(
              worked -> {
                running--;
                busy.remove(line.key());
                line.done().complete();
                next();
              });
    }
    if (stopping && running == 0) {
      idle.tryComplete();
    } else if (more && waiting.isEmpty()) {
      more = false;
      lookAgain();
    }
  }

  /** What always fails never keeps the others from their turn. */
  private Future<Void> aside(Outgoing first, Throwable why) {
    return outbox
        .setAside(first.id(), clock.instant(), why)
        .onFailure(e -> LOG.warn("outbox {}: {}", first.id(), e.getMessage()));
  }

  private Future<Void> work(Line line) {
    Outgoing first = line.entries().get(0);
    if (!Attempting.toSend(first)) {
      return tell(first);
    }
    if (first.notice().caseNumber() == null) {
      return inTurn(line.entries(), 0);
    }
    return outbox
        .unfinished(first.notice().caseNumber())
        .compose(
            open ->
                open.stream()
                    .filter(entry -> goesBefore(entry, first))
                    .max(Comparator.comparing(Outgoing::nextTry))
                    .map(ahead -> waitFor(ahead, line.entries()))
                    .orElseGet(() -> inTurn(line.entries(), 0)));
  }

  /** An earlier entry to the same person that is still to go, and does not go in this line. */
  private static boolean goesBefore(Outgoing entry, Outgoing first) {
    return !(entry.waitsForItsHour() && first.urgent())
        && (entry.state() == Outgoing.State.WAITING || entry.state() == Outgoing.State.SENDING)
        && entry.notice().to().equals(first.notice().to())
        && IN_ORDER.compare(entry, first) < 0;
  }

  private Future<Void> waitFor(Outgoing ahead, List<Outgoing> entries) {
    boolean later =
        ahead.state() == Outgoing.State.WAITING && ahead.nextTry().isAfter(clock.instant());
    return later
        ? Future.join(
                entries.stream().map(entry -> outbox.postpone(entry, ahead.nextTry())).toList())
            .mapEmpty()
        : Future.succeededFuture();
  }

  private Future<Void> inTurn(List<Outgoing> entries, int at) {
    if (at == entries.size()) {
      return Future.succeededFuture();
    }
    return attempt(entries.get(at))
        .compose(
            outcome -> {
              if (outcome.isEmpty()) {
                return Future.succeededFuture();
              }
              return outcome.get().state() == Outgoing.State.WAITING
                  ? behind(outcome.get(), entries.subList(at + 1, entries.size()))
                  : inTurn(entries, at + 1);
            });
  }

  /** What is urgent goes before what waits for its hour. */
  private Future<Void> behind(Outgoing ahead, List<Outgoing> entries) {
    Map<Boolean, List<Outgoing>> passes =
        entries.stream()
            .collect(Collectors.partitioningBy(one -> ahead.waitsForItsHour() && one.urgent()));
    return waitFor(ahead, passes.get(false)).compose(waits -> inTurn(passes.get(true), 0));
  }

  /** Empty when somebody else has it. */
  private Future<Optional<Outgoing>> attempt(Outgoing entry) {
    boolean again = Attempting.perhapsArrived(entry);
    String written = again && entry.written() != null ? entry.written() : written(entry);
    return outbox
        .claim(entry, settings.node(), clock.instant().plus(settings.lease()), written)
        .compose(
            claimed ->
                claimed.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : deliver(claimed.get(), again)
                        .compose(delivery -> record(claimed.get(), delivery, again)));
  }

  /** What cannot be written is found out when it is sent, and tried again then. */
  private String written(Outgoing entry) {
    try {
      return senders.get(entry.notice().channel()).written(entry);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private Future<Delivery> deliver(Outgoing claimed, boolean again) {
    if (claimed.attempts() > settings.attempts()) {
      return Future.succeededFuture(Delivery.retry(Reason.CUT_OFF_EACH_TIME.code()));
    }
    Sending sender = senders.get(claimed.notice().channel());
    return Future.succeededFuture()
        .compose(nothing -> readers.now(claimed))
        .compose(
            theirs ->
                theirs.isEmpty()
                    ? Future.succeededFuture(Delivery.withheld())
                    : sender.send(
                        theirs.get(), again, () -> clock.instant().isBefore(claimed.leaseUntil())))
        .recover(
            e -> {
              LOG.error("outbox {} cannot be written", claimed.id(), e);
              return Future.succeededFuture(Delivery.retry(Reason.CANNOT_BE_WRITTEN.code()));
            });
  }

  private Future<Optional<Outgoing>> record(Outgoing claimed, Delivery delivery, boolean again) {
    Outgoing outcome = attempting.after(claimed, delivery, again, clock.instant());
    return outbox
        .record(outcome, settings.node())
        .compose(
            recorded -> {
              if (!recorded) {
                return (outcome.perhapsTwice()
                        ? outbox.twice(outcome, clock.instant())
                        : Future.<Void>succeededFuture())
                    .map(Optional.empty());
              }
              boolean told = Attempting.toSend(outcome) || outcome.nextTry() == null;
              return told
                  ? Future.succeededFuture(Optional.of(outcome))
                  : tell(outcome).map(Optional.of(outcome));
            });
  }

  /** Also after a failure the entry stays due, so that nobody is left untold. */
  private Future<Void> tell(Outgoing outcome) {
    return listener
        .delivered(outcome)
        .compose(told -> outbox.told(outcome))
        .recover(
            e -> {
              LOG.warn("outbox {}: nobody could be told: {}", outcome.id(), e.getMessage());
              return outbox.postpone(
                  outcome, clock.instant().plus(Attempting.BEFORE_TELLING_AGAIN));
            });
  }
}
