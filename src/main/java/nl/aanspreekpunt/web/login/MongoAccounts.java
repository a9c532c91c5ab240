package nl.aanspreekpunt.web.login;

import io.vertx.core.Future;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoAccounts implements Accounts {
  private final Table<Account> accounts;

  MongoAccounts(Store store) {
    accounts = store.journaled("accounts", Account.class);
  }

  @Override
  public Future<Optional<Account>> find(String email) {
    return accounts.find(email);
  }

  @Override
  public Future<Boolean> add(Account account) {
    return accounts.insert(account);
  }

  @Override
  public Future<Boolean> replace(Account changed) {
    return accounts.replace(changed, changed.version() - 1);
  }
}
