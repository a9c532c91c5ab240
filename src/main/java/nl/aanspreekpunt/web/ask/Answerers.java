package nl.aanspreekpunt.web.ask;

import io.vertx.core.Future;
import java.util.Optional;

/** Finds who answers a message that came in. */
@FunctionalInterface
public interface Answerers {
  /**
   * Who answers, once that is known; {@link Unknown} for a receipt that does not exist.
   *
   * @param receipt id of a web form's receipt
   */
  Future<Optional<Answerer>> of(String receipt);

  /** No form came in under this id. */
  final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unknown() {
      super("no such receipt", null, false, false);
    }
  }
}
