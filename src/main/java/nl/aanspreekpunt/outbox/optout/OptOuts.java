package nl.aanspreekpunt.outbox.optout;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.store.Store;

/** Who wants no messages by a channel at a number. Each change is on disk when it completes. */
public interface OptOuts {
  static OptOuts in(Store store) {
    return new MongoOptOuts(store);
  }

  /** Empty when nothing was ever said. */
  Future<Optional<OptOut>> find(Channel channel, String number);

  /** Those that said something, of these numbers. */
  Future<List<OptOut>> findAll(Channel channel, List<String> numbers);

  /**
   * What was said; the same twice is once.
   *
   * @return whether what counts is another now than before
   */
  Future<Boolean> said(Channel channel, String number, OptOut.Turn turn);
}
