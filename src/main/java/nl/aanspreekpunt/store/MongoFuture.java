package nl.aanspreekpunt.store;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * From the driver's publishers to futures. The context is captured before subscribing, since the
 * driver answers on threads of its own, and the future completes on it.
 */
final class MongoFuture {
  private final Vertx vertx;

  MongoFuture(Vertx vertx) {
    this.vertx = vertx;
  }

  <T> Future<List<T>> all(Publisher<T> publisher) {
    Promise<List<T>> promise = promise();
    all(promise, publisher, Function.identity());
    return promise.future();
  }

  /** All elements, each read on the driver's thread, so that it costs the event loop nothing. */
  static <S, T> void all(Promise<List<T>> answer, Publisher<S> publisher, Function<S, T> reading) {
    publisher.subscribe(new Collecting<>(answer, reading));
  }

  /** A promise that completes its future on the caller's context. */
  <T> Promise<T> promise() {
    return ((ContextInternal) vertx.getOrCreateContext()).promise();
  }

  private static final class Collecting<S, T> implements Subscriber<S> {
    private final Promise<List<T>> promise;
    private final Function<S, T> reading;
    private final List<T> found = new ArrayList<>();
    private Subscription subscription;

    Collecting(Promise<List<T>> promise, Function<S, T> reading) {
      this.promise = promise;
      this.reading = reading;
    }

    @Override
    public void onSubscribe(Subscription begun) {
      subscription = begun;
      begun.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(S item) {
      try {
        found.add(reading.apply(item));
      } catch (RuntimeException e) {
        subscription.cancel();
        promise.tryFail(e);
      }
    }

    @Override
    public void onError(Throwable failure) {
      promise.tryFail(failure);
    }

    @Override
    public void onComplete() {
      promise.tryComplete(found);
    }
  }
}
