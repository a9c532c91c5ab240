package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import nl.aanspreekpunt.store.Store;

/** The hub's signing key: made once, shared by all nodes through the database. */
public interface Keys {
  static Keys in(Store store) {
    return new MongoKeys(store);
  }

  /** The signer with the key that is there, or with a new one when there is none. */
  Future<Signer> signer();
}
