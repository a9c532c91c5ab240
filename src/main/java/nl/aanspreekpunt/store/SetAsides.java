package nl.aanspreekpunt.store;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** What could not be done when its turn came: on record until it is done. */
public interface SetAsides {
  static SetAsides in(Store store) {
    return new MongoSetAsides(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  /**
   * One failed now; says in one line of the log why. Completes with when it may be tried again:
   * after five seconds, then twice as long each time, up to ten minutes; the clock's work rests
   * after ten tries, for a day. Fails with {@code why} when that is {@link StoreAway}: then nothing
   * is wrong with this one, and nothing is set aside.
   */
  Future<Instant> failed(SetAside.Queue queue, String reference, Instant now, Throwable why);

  /**
   * Sets aside what could not be read; completes with the others, whether that goes well or not.
   */
  default <T> Future<List<T>> readable(
      Found<T> found, BiFunction<String, Throwable, Future<Void>> aside) {
    List<Future<Void>> done = new ArrayList<>();
    found.unreadable().forEach((id, why) -> done.add(aside.apply(id, why)));
    return Future.join(done).otherwiseEmpty().map(found.records());
  }

  /** Of these the ones that are on record, by reference. */
  Future<Map<String, SetAside>> known(SetAside.Queue queue, List<String> references);

  Future<Optional<SetAside>> find(String id);

  /** Somebody says that it is to be tried now; false when it is not on record, or waits no more. */
  Future<Boolean> tryNow(String id, Instant now);

  /** It works: off the record. */
  Future<Void> worked(SetAside.Queue queue, String reference);

  /** Those that still fail, first those that have for longest. */
  Future<List<SetAside>> list(Instant now, int limit);

  /**
   * Those that still fail, first those that are tried soonest. One that is tried meanwhile comes
   * again further on.
   *
   * @param after where the page before ended; null: from the first on
   */
  Future<List<SetAside>> page(Instant now, Cursor after, int limit);

  /** One that was seen, and when it was to be tried then. */
  record Cursor(Instant until, String id) {}

  /** How many still fail, counted up to {@code atMost}. */
  Future<Long> count(SetAside.Queue queue, Instant now, int atMost);

  /** Forgets those that have worked for a day. */
  Future<Void> tidy(Instant now);
}
