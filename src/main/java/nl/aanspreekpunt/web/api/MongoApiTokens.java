package nl.aanspreekpunt.web.api;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.set;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoApiTokens implements ApiTokens {
  private static final String NAME = "api-tokens";
  private static final int MOST = 1_000;

  private final Store store;
  private final Table<ApiToken> tokens;
  private final Table<ApiToken> uses;

  MongoApiTokens(Store store) {
    this.store = store;
    tokens = store.journaled(NAME, ApiToken.class);
    uses = store.table(NAME, ApiToken.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure(NAME, List.of(Index.on("scopes"), Index.on("createdAt", "_id")));
  }

  @Override
  public Future<Optional<ApiToken>> find(String id) {
    return tokens.find(id);
  }

  @Override
  public Future<Boolean> add(ApiToken token) {
    return tokens.insert(token);
  }

  @Override
  public Future<Boolean> remove(String id) {
    return tokens.delete(id);
  }

  @Override
  public Future<List<ApiToken>> all() {
    return tokens.find(empty(), descending("createdAt", "_id"), MOST);
  }

  @Override
  public Future<Boolean> anyAdministrator() {
    return tokens.find(eq("scopes", Scope.ADMIN.name()), null, 1).map(found -> !found.isEmpty());
  }

  /** Only while it is there: one that was removed stays removed. */
  @Override
  public Future<Void> used(String id, Instant now) {
    return uses.change(id, null, set("lastUsed", now)).mapEmpty();
  }
}
