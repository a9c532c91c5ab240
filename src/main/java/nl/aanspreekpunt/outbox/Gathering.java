package nl.aanspreekpunt.outbox;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts together what one official is told: the first thing at once, and whatever comes within the
 * hour after it in one message, the most pressing first. Several nodes may gather; who writes the
 * official's digest first has it. One that could not be sent yet counts from when it was: after
 * downtime nobody gets two at once. Outside the hours that somebody works it waits until they do.
 * What is urgent does not come here: it is sent by itself.
 */
public final class Gathering {
  /** Between two messages to one person. */
  public static final Duration APART = Duration.ofHours(1);

  /** Until it is seen whether the last one went. */
  private static final Duration LOOK = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);
  private static final int AT_ONCE = 500;

  /** More than somebody reads; the rest comes an hour later. */
  private static final int MOST_LINES = 40;

  /** What waited for the morning may be over by then. */
  @FunctionalInterface
  public interface StillSo {
    /** Those of these that are still worth telling, in the same order. */
    Future<List<Outgoing>> among(List<Outgoing> entries);
  }

  /** When somebody works: what is not urgent is told in those hours. */
  @FunctionalInterface
  public interface Working {
    /** {@code from} itself when the official works then, else when they next do. */
    Instant opening(String official, Instant from);
  }

  private final Outbox outbox;
  private final Digests digests;
  private final StillSo stillSo;
  private final Working working;
  private final Clock clock;

  public Gathering(Outbox outbox, Digests digests, StillSo stillSo, Working working, Clock clock) {
    this.outbox = outbox;
    this.digests = digests;
    this.stillSo = stillSo;
    this.working = working;
    this.clock = clock;
  }

  /** Sees to what may be told now; completes when each official was seen to. */
  public Future<Void> tick() {
    Instant now = clock.instant();
    return outbox.toGather(now, AT_ONCE).compose(due -> gather(due, now));
  }

  private Future<Void> gather(List<Outgoing> due, Instant now) {
    Map<String, List<Outgoing>> each =
        due.stream()
            .sorted(Gathered.MOST_PRESSING)
            .collect(Collectors.groupingBy(entry -> entry.notice().official()));
    return Future.join(
            each.entrySet().stream()
                .map(
                    one ->
                        gather(one.getKey(), one.getValue(), now)
                            .recover(e -> aside(one.getValue(), now, e)))
                .toList())
        .mapEmpty();
  }

  /** One official's trouble never delays what the others are told: it waits, longer each time. */
  private Future<Void> aside(List<Outgoing> pressing, Instant now, Throwable why) {
    return Future.join(
            pressing.stream().map(entry -> outbox.setAside(entry.id(), now, why)).toList())
        .<Void>mapEmpty()
        .onFailure(e -> LOG.warn("a digest waits for the next look: {}", e.toString()))
        .otherwiseEmpty();
  }

  private Future<Void> gather(String official, List<Outgoing> pressing, Instant now) {
    return digests
        .find(official)
        .compose(
            last -> {
              if (last.filter(one -> one.message() != null).isPresent()) {
                return finish(last.get());
              }
              return lastSent(last, now)
                  .compose(sent -> gather(official, pressing, last, sent, now));
            });
  }

  private Future<Void> gather(
      String official,
      List<Outgoing> pressing,
      Optional<Digest> last,
      Optional<Instant> sent,
      Instant now) {
    Instant free = working.opening(official, free(sent, now));
    return now.isBefore(free)
        ? wait(pressing, free)
        : stillSo.among(pressing).compose(still -> tell(official, last, pressing, still, now));
  }

  /**
   * When the last message went to its reader, or was put together where it never did; such that the
   * next is looked at again soon while it is still on its way. Empty when there was none.
   */
  private Future<Optional<Instant>> lastSent(Optional<Digest> last, Instant now) {
    if (last.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    Digest one = last.get();
    return outbox
        .find(message(one.id(), one.version() - 1))
        .map(found -> found.map(entry -> went(entry, one, now)).or(() -> Optional.of(one.at())));
  }

  private static Instant went(Outgoing entry, Digest last, Instant now) {
    boolean onItsWay =
        entry.state() == Outgoing.State.WAITING || entry.state() == Outgoing.State.SENDING;
    if (onItsWay) {
      return now.minus(APART).plus(LOOK);
    }
    return entry.sentAt() == null ? last.at() : entry.sentAt();
  }

  private static String message(String official, long version) {
    return "digest." + official + "." + version;
  }

  /** An hour after the last; a clock that was put back keeps nobody waiting longer than that. */
  private static Instant free(Optional<Instant> last, Instant now) {
    Instant latest = now.plus(APART);
    return last.map(one -> one.plus(APART))
        .filter(now::isBefore)
        .map(free -> free.isBefore(latest) ? free : latest)
        .orElse(now);
  }

  private Future<Void> wait(List<Outgoing> pressing, Instant until) {
    return Future.join(pressing.stream().map(entry -> outbox.postpone(entry, until)).toList())
        .mapEmpty();
  }

  private Future<Void> tell(
      String official,
      Optional<Digest> last,
      List<Outgoing> pressing,
      List<Outgoing> still,
      Instant now) {
    List<String> over = pressing.stream().map(Outgoing::id).collect(Collectors.toList());
    still.forEach(entry -> over.remove(entry.id()));
    return outbox
        .gathered(over, null, now)
        .compose(
            left -> still.isEmpty() ? Future.succeededFuture() : write(official, last, still, now));
  }

  private Future<Void> write(
      String official, Optional<Digest> last, List<Outgoing> pressing, Instant now) {
    List<Outgoing> told = pressing.subList(0, Math.min(MOST_LINES, pressing.size()));
    long version = last.map(Digest::version).orElse(0L) + 1;
    Outgoing message = Outgoing.waiting(message(official, version), Gathered.of(told), now);
    Digest digest =
        new Digest(official, version, now, message, told.stream().map(Outgoing::id).toList());
    return (last.isEmpty() ? digests.begin(digest) : digests.replace(digest, version - 1))
        .compose(won -> won ? finish(digest) : Future.succeededFuture());
  }

  /** Also after a crash: none of it is done twice. */
  private Future<Void> finish(Digest digest) {
    return outbox
        .add(List.of(digest.message()))
        .compose(added -> outbox.gathered(digest.entries(), digest.message().id(), digest.at()))
        .compose(gathered -> digests.replace(digest.sent(), digest.version()))
        .mapEmpty();
  }
}
