package nl.aanspreekpunt.outbox;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.history.Turns;

/** What is to be told, in memory; {@code entries} is what all nodes share. Nothing is sent. */
public record MemoryOutbox(Map<String, Outgoing> entries, Turns.Side side) implements Outbox {
  @Override
  public Future<Void> prepare() {
    return Future.succeededFuture();
  }

  /** One round trip, and a crash may leave a part of it. */
  @Override
  public Future<Void> add(List<Outgoing> added) {
    return Future.all(
            added.stream()
                .map(one -> side.write(() -> entries.putIfAbsent(one.id(), one)))
                .toList())
        .mapEmpty();
  }

  @Override
  public Future<Optional<Outgoing>> find(String id) {
    return side.read(() -> Optional.ofNullable(entries.get(id)));
  }

  @Override
  public Future<Optional<Outgoing>> returned(String returns) {
    return Future.succeededFuture(
        entries.values().stream().filter(one -> one.returns().equals(returns)).findFirst());
  }

  @Override
  public Future<List<Outgoing>> findAll(List<String> ids) {
    return side.read(() -> ids.stream().filter(entries::containsKey).map(entries::get).toList());
  }

  @Override
  public Future<List<Outgoing>> due(Instant now, int limit) {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<List<Outgoing>> toGather(Instant now, int limit) {
    throw nothingIsSent();
  }

  @Override
  public Future<Void> gathered(List<String> ids, String message, Instant at) {
    throw nothingIsSent();
  }

  @Override
  public Future<Void> tryNow(String id, Instant until, Instant now) {
    throw new UnsupportedOperationException("people say so");
  }

  @Override
  public Future<Void> setAside(String id, Instant now, Throwable why) {
    throw nothingIsSent();
  }

  @Override
  public Future<Void> inTurn(Channel channel, String to, Instant now) {
    return Future.succeededFuture();
  }

  @Override
  public Future<List<Outgoing>> unfinished(String caseNumber) {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<Optional<Outgoing>> claim(
      Outgoing entry, String node, Instant leaseUntil, String written) {
    throw nothingIsSent();
  }

  @Override
  public Future<Void> twice(Outgoing entry, Instant now) {
    throw nothingIsSent();
  }

  @Override
  public Future<Boolean> resend(Outgoing entry, String by, Instant now) {
    throw nothingIsSent();
  }

  @Override
  public Future<Integer> takeUp(Instant now) {
    throw nothingIsSent();
  }

  @Override
  public Future<Void> postpone(Outgoing entry, Instant until) {
    throw nothingIsSent();
  }

  @Override
  public Future<Boolean> record(Outgoing outcome, String node) {
    throw nothingIsSent();
  }

  @Override
  public Future<Void> told(Outgoing outcome) {
    throw nothingIsSent();
  }

  @Override
  public Future<List<Outgoing>> list(Outgoing.State state, String after, int limit) {
    throw nothingIsSent();
  }

  @Override
  public Future<Waiting> waiting(Channel channel, int atMost) {
    throw nothingIsSent();
  }

  @Override
  public Future<Long> count(Outgoing.State state, int atMost) {
    throw nothingIsSent();
  }

  private static UnsupportedOperationException nothingIsSent() {
    return new UnsupportedOperationException("nothing is sent here");
  }
}
