package nl.aanspreekpunt.web.login;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import nl.aanspreekpunt.casework.Signer;

/**
 * Slows down who guesses. A try counts as failed before the password is looked at, so that many at
 * once count as many; success takes the count of the account away. An account that does not exist
 * is counted the same.
 */
final class Guard {
  private static final int FREE_FOR_ACCOUNT = 5;
  private static final int FREE_FOR_REMOTE = 50;
  private static final long BUSY_SECONDS = 1;

  private final Lockouts lockouts;
  private final Signer signer;

  Guard(Lockouts lockouts, Signer signer) {
    this.lockouts = lockouts;
    this.signer = signer;
  }

  /** Empty when this try may go on; else from when another may. */
  Future<Optional<Instant>> admit(String email, String remote, Instant now) {
    return count(remote(remote), FREE_FOR_REMOTE, now)
        .compose(
            shut ->
                shut.isPresent()
                    ? Future.succeededFuture(shut)
                    : count(account(email), FREE_FOR_ACCOUNT, now));
  }

  private Future<Optional<Instant>> count(String id, int free, Instant now) {
    return lockouts
        .find(id)
        .compose(
            found -> {
              Failures so = found.orElseGet(() -> Failures.none(id));
              if (so.shut(now)) {
                return Future.succeededFuture(Optional.of(so.until()));
              }
              return lockouts
                  .put(so.another(now, free))
                  .map(won -> won ? Optional.empty() : Optional.of(now.plusSeconds(BUSY_SECONDS)));
            });
  }

  Future<Void> succeeded(String email) {
    return lockouts.forget(account(email)).mapEmpty();
  }

  private String account(String email) {
    return "a" + signer.sign("lockout", "account " + email);
  }

  private String remote(String address) {
    return "r" + signer.sign("lockout", "remote " + address);
  }
}
