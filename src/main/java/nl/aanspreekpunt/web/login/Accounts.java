package nl.aanspreekpunt.web.login;

import io.vertx.core.Future;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** The local accounts. */
public interface Accounts {
  static Accounts in(Store store) {
    return new MongoAccounts(store);
  }

  Future<Optional<Account>> find(String email);

  /** False when there is one with this email address. */
  Future<Boolean> add(Account account);

  /** False when it changed meanwhile. */
  Future<Boolean> replace(Account changed);
}
