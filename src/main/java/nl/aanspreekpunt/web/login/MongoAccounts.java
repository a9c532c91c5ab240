package nl.aanspreekpunt.web.login;

import static com.mongodb.client.model.Filters.eq;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoAccounts implements Accounts {
  private static final String TABLE = "accounts";
  private static final int OF_ONE = 20;

  private final Store store;
  private final Table<Account> accounts;

  MongoAccounts(Store store) {
    this.store = store;
    accounts = store.journaled(TABLE, Account.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure(TABLE, List.of(Index.on("official")));
  }

  @Override
  public Future<Optional<Account>> find(String email) {
    return accounts.find(email);
  }

  @Override
  public Future<List<Account>> of(String official) {
    return accounts.find(eq("official", official), null, OF_ONE);
  }

  @Override
  public Future<Boolean> add(Account account) {
    return accounts.insert(account);
  }

  @Override
  public Future<Boolean> replace(Account changed) {
    return accounts.replace(changed, changed.version() - 1);
  }

  @Override
  public Future<Boolean> remove(String email) {
    return accounts.delete(email);
  }
}
