package nl.aanspreekpunt.web.login;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** The local accounts. */
public interface Accounts {
  static Accounts in(Store store) {
    return new MongoAccounts(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  Future<Optional<Account>> find(String email);

  /** Under whatever address; in no order. */
  Future<List<Account>> of(String official);

  /** False when there is one with this email address. */
  Future<Boolean> add(Account account);

  /** False when it changed meanwhile. */
  Future<Boolean> replace(Account changed);

  /** False when it was not there. */
  Future<Boolean> remove(String email);
}
