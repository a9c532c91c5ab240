package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.aanspreekpunt.store.Store;

/** The tokens that are let in. One that is removed is refused from then on. */
public interface ApiTokens {
  static ApiTokens in(Store store) {
    return new MongoApiTokens(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  Future<Optional<ApiToken>> find(String id);

  Future<Boolean> add(ApiToken token);

  /** False when there was none. */
  Future<Boolean> remove(String id);

  /** Newest first, at most 1,000. */
  Future<List<ApiToken>> all();

  /** Whether anybody could still make another token. */
  Future<Boolean> anyAdministrator();

  Future<Void> used(String id, Instant now);

  /**
   * Sees to it that a store has a token with every scope: the configured one, else one that is
   * made. Completes with the one that was made, to be shown once; empty otherwise. Two nodes that
   * meet a fresh store at the same moment each make one that works.
   *
   * @param configured null when none is
   * @param before done with what is made before it is there
   */
  default Future<Optional<String>> administrator(
      String configured, Instant now, Function<ApiToken, Future<Void>> before) {
    return anyAdministrator()
        .compose(
            there -> {
              if (there) {
                return Future.succeededFuture(Optional.empty());
              }
              String token = configured == null ? ApiToken.random() : configured;
              ApiToken first =
                  new ApiToken(
                      ApiToken.hash(token),
                      "administrator",
                      Set.of(Scope.values()),
                      null,
                      now,
                      "start",
                      null);
              return before
                  .apply(first)
                  .compose(said -> add(first))
                  .map(added -> configured == null ? Optional.of(token) : Optional.empty());
            });
  }
}
