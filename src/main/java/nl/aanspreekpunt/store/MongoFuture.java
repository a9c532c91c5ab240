package nl.aanspreekpunt.store;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    Context context = vertx.getOrCreateContext();
    Promise<List<T>> promise = ((ContextInternal) context).promise();
    publisher.subscribe(new Collecting<>(promise));
    return promise.future();
  }

  /** The only element; empty when there is none. */
  <T> Future<Optional<T>> one(Publisher<T> publisher) {
    return all(publisher).map(found -> found.stream().findFirst());
  }

  private static final class Collecting<T> implements Subscriber<T> {
    private final Promise<List<T>> promise;
    private final List<T> found = new ArrayList<>();

    Collecting(Promise<List<T>> promise) {
      this.promise = promise;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(T item) {
      found.add(item);
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
