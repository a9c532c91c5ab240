package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.operations.Measures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a message: stored, then read, then placed at a case. "Now" in each step is the
 * moment it was received; a re-run goes on with what is stored.
 */
public final class Pipeline implements Inbox {
  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

  private final Receipts receipts;
  private final Map<Channel, Reading> readings;
  private final Placing placing;
  private final Clock clock;
  private final Measures measures;
  private final Backlog backlog = new Backlog(this::process);

  public Pipeline(
      Receipts receipts,
      Map<Channel, Reading> readings,
      Placing placing,
      Clock clock,
      Measures measures) {
    this.receipts = receipts;
    this.readings = Map.copyOf(readings);
    this.placing = placing;
    this.clock = clock;
    this.measures = measures;
  }

  @Override
  public Future<Accepted> accept(Receipt receipt) {
    return receipts
        .store(receipt)
        .map(
            first -> {
              if (first) {
                measures.received(receipt.channel());
                backlog.add(receipt);
              } else {
                measures.duplicate(receipt.channel());
              }
              return new Accepted(receipt.id(), !first);
            });
  }

  /**
   * The same for who must know at once where it went: the number of its case, which is on disk. A
   * delivery that was accepted before is where it was put then.
   */
  public Future<String> place(Receipt receipt) {
    return receipts
        .store(receipt)
        .onSuccess(
            first -> {
              if (first) {
                measures.received(receipt.channel());
              } else {
                measures.duplicate(receipt.channel());
              }
            })
        .compose(stored -> receipts.find(receipt.id()))
        .map(Optional::orElseThrow)
        .compose(
            stored ->
                stored.state() == Receipt.State.RECEIVED
                    ? process(stored).compose(done -> receipts.find(receipt.id()))
                    : Future.succeededFuture(Optional.of(stored)))
        .map(placed -> placed.orElseThrow().caseNumber());
  }

  /** Reads a stored message and puts it where it belongs; the same again when run again. */
  public Future<Void> process(Receipt receipt) {
    return Future.succeededFuture()
        .compose(now -> readings.get(receipt.channel()).read(receipt))
        .compose(
            inbound ->
                placing.place(receipt, inbound).compose(placed -> finish(receipt, inbound, placed)))
        .onFailure(
            e -> LOG.warn("receipt {} is tried again later: {}", receipt.id(), e.toString()));
  }

  private Future<Void> finish(Receipt receipt, Inbound inbound, Placing.Placed placed) {
    Instant now = clock.instant();
    Duration took = Duration.between(receipt.receivedAt(), now);
    measures.processed(took.isNegative() ? Duration.ZERO : took);
    return receipts.finish(
        receipt.id(),
        new Receipts.Ending(
            inbound,
            Returns.needsNobody(placed) ? Receipt.State.NOTED : Receipt.State.ROUTED,
            placed.caseNumber(),
            placed.route(),
            placed.result(),
            now));
  }

  /** Takes up what a crash, a failure or an overflow left; completes with how many were. */
  public Future<Integer> sweep() {
    Instant now = clock.instant();
    return receipts
        .left(now, 100)
        .compose(
            left ->
                Future.join(left.stream().map(one -> resume(one, now)).toList())
                    .otherwiseEmpty()
                    .map(left.size()));
  }

  private Future<Void> resume(Receipt left, Instant now) {
    return receipts
        .claim(left, now.plus(pause(left.tries())))
        .compose(
            claimed ->
                claimed
                    ? receipts
                        .find(left.id())
                        .compose(whole -> process(whole.orElseThrow()))
                        .recover(e -> receipts.setAside(left.id(), now, e))
                    : Future.succeededFuture());
  }

  /** 30 s, 1 min, 2 min, … up to an hour. */
  private static Duration pause(int tries) {
    return Duration.ofSeconds(Math.min(3600, 30L << Math.min(tries, 10)));
  }

  /** Finishes what is under way, for a graceful stop. */
  public Future<Void> drain() {
    return backlog.drain();
  }
}
