package nl.aanspreekpunt.store;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Does the clock's pieces of work of which one that fails delays no other: it waits, longer after
 * each try, on record, and after some tries rests until the next day or until somebody says that it
 * is to be tried.
 */
public final class Trying {
  private static final int MOST = 5_000;
  private static final int MORE = 10;

  private final SetAsides setAsides;
  private final Clock clock;

  public Trying(SetAsides setAsides, Clock clock) {
    this.setAsides = setAsides;
    this.clock = clock;
  }

  /**
   * Does what is due and does not wait; completes with how many that were. Fails only when the
   * store is away.
   *
   * @param due at most so many of what is due, always in the same order
   * @param atOnce how many to begin with; more are looked at when all of them wait
   * @param reference that tells one from the others of its queue
   */
  public <T> Future<Integer> each(
      SetAside.Queue queue,
      IntFunction<Future<List<T>>> due,
      int atOnce,
      Function<T, String> reference,
      Function<T, Future<?>> work) {
    return due.apply(atOnce)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(0)
                    : setAsides
                        .known(queue, found.stream().map(reference).toList())
                        .compose(
                            known -> {
                              List<T> turn = whoseTurn(found, reference, known);
                              return turn.isEmpty() && found.size() >= atOnce && atOnce < MOST
                                  ? each(queue, due, atOnce * MORE, reference, work)
                                  : all(turn, one -> once(queue, one, reference, known, work));
                            }));
  }

  private <T> List<T> whoseTurn(
      List<T> found, Function<T, String> reference, Map<String, SetAside> known) {
    Instant now = clock.instant();
    return found.stream()
        .filter(
            one -> {
              SetAside before = known.get(reference.apply(one));
              return before == null || !before.until().isAfter(now);
            })
        .toList();
  }

  private static <T> Future<Integer> all(List<T> turn, Function<T, Future<Void>> once) {
    return Future.join(turn.stream().map(once).toList()).map(turn.size());
  }

  private <T> Future<Void> once(
      SetAside.Queue queue,
      T one,
      Function<T, String> reference,
      Map<String, SetAside> known,
      Function<T, Future<?>> work) {
    String id = reference.apply(one);
    return Future.succeededFuture()
        .compose(now -> work.apply(one))
        .compose(
            done ->
                known.containsKey(id)
                    ? setAsides.worked(queue, id)
                    : Future.<Void>succeededFuture())
        .recover(why -> setAsides.failed(queue, id, clock.instant(), why).mapEmpty());
  }
}
