package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoKeys implements Keys {
  private static final String FIRST = "1";
  private final Table<SigningKey> keys;

  /** {@code id} leads each signature made with it. */
  public record SigningKey(String id, byte[] secret) {}

  MongoKeys(Store store) {
    keys = store.journaled("keys", SigningKey.class);
  }

  @Override
  public Future<Signer> signer() {
    return keys.find(FIRST)
        .compose(found -> found.map(Future::succeededFuture).orElseGet(this::made))
        .map(key -> new Signer(key.id(), key.secret()));
  }

  /** Nodes that start together agree on the one that was stored first. */
  private Future<SigningKey> made() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    return keys.insert(new SigningKey(FIRST, secret))
        .compose(first -> keys.find(FIRST))
        .map(Optional::orElseThrow);
  }
}
