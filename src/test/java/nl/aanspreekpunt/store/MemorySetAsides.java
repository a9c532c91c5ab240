package nl.aanspreekpunt.store;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What failed, in memory. */
public record MemorySetAsides(Map<String, SetAside> all) implements SetAsides {
  @Override
  public Future<Void> prepare() {
    return Future.succeededFuture();
  }

  @Override
  public Future<Instant> failed(
      SetAside.Queue queue, String reference, Instant now, Throwable why) {
    if (why instanceof StoreAway) {
      return Future.failedFuture(why);
    }
    SetAside one =
        SetAside.failed(
            Optional.ofNullable(all.get(SetAside.id(queue, reference))), queue, reference, now);
    all.put(one.id(), one);
    return Future.succeededFuture(one.until());
  }

  @Override
  public Future<Map<String, SetAside>> known(SetAside.Queue queue, List<String> references) {
    Map<String, SetAside> known = new HashMap<>();
    references.forEach(
        one -> {
          SetAside there = all.get(SetAside.id(queue, one));
          if (there != null) {
            known.put(one, there);
          }
        });
    return Future.succeededFuture(known);
  }

  @Override
  public Future<Optional<SetAside>> find(String id) {
    return Future.succeededFuture(Optional.ofNullable(all.get(id)));
  }

  @Override
  public Future<Boolean> tryNow(String id, Instant now) {
    SetAside one = all.get(id);
    boolean waits = one != null && one.until().isAfter(now);
    if (waits) {
      all.put(id, new SetAside(id, one.queue(), one.reference(), one.since(), one.tries(), now));
    }
    return Future.succeededFuture(waits);
  }

  @Override
  public Future<Void> worked(SetAside.Queue queue, String reference) {
    all.remove(SetAside.id(queue, reference));
    return Future.succeededFuture();
  }

  @Override
  public Future<List<SetAside>> list(Instant now, int limit) {
    return Future.succeededFuture(
        all.values().stream().filter(one -> one.fails(now)).limit(limit).toList());
  }

  @Override
  public Future<List<SetAside>> page(Instant now, Cursor after, int limit) {
    throw new UnsupportedOperationException("lists are for people");
  }

  @Override
  public Future<Long> count(SetAside.Queue queue, Instant now, int atMost) {
    return Future.succeededFuture(
        all.values().stream().filter(one -> one.queue() == queue && one.fails(now)).count());
  }

  @Override
  public Future<Void> tidy(Instant now) {
    return Future.succeededFuture();
  }
}
