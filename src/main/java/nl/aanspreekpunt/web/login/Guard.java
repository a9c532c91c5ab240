package nl.aanspreekpunt.web.login;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import nl.aanspreekpunt.casework.Signer;
import nl.aanspreekpunt.web.FormTokens;

/**
 * Slows down who guesses. A try counts as failed before the password is looked at, so that many at
 * once count as many; success takes the count away. An account that does not exist is counted the
 * same. A browser that its owner logged in from before is counted by itself, so that guesses from
 * elsewhere never lock them out (OWASP, "Slow Down Online Guessing Attacks with Device Cookies").
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

  /**
   * @param until from when another try is taken
   * @param shut after too many that failed; else another came at the same moment
   */
  record Wait(Instant until, boolean shut) {}

  /** Empty when this try may go on. */
  Future<Optional<Wait>> admit(String email, String remote, String device, Instant now) {
    if (knows(email, device)) {
      return count(account(email, device), FREE_FOR_ACCOUNT, now);
    }
    return count(remote(remote), FREE_FOR_REMOTE, now)
        .compose(
            shut ->
                shut.isPresent()
                    ? Future.succeededFuture(shut)
                    : count(account(email, device), FREE_FOR_ACCOUNT, now));
  }

  /** What a browser keeps, to be known again as one that this account was logged in from. */
  String device(String email) {
    String random = FormTokens.random();
    return random + "." + signer.sign("device", random + " " + email);
  }

  /**
   * @param device null for a browser that keeps nothing
   */
  boolean knows(String email, String device) {
    int dot = device == null ? -1 : device.indexOf('.');
    return dot > 0
        && signer.signed(
            "device", device.substring(0, dot) + " " + email, device.substring(dot + 1));
  }

  private Future<Optional<Wait>> count(String id, int free, Instant now) {
    return lockouts
        .find(id)
        .compose(
            found -> {
              Failures so = found.orElseGet(() -> Failures.none(id));
              if (so.shut(now)) {
                return Future.succeededFuture(Optional.of(new Wait(so.until(), true)));
              }
              return lockouts
                  .put(so.another(now, free))
                  .map(
                      won ->
                          won
                              ? Optional.empty()
                              : Optional.of(new Wait(now.plusSeconds(BUSY_SECONDS), false)));
            });
  }

  /** The count of the account goes; a place from which many log in loses nothing by it. */
  Future<Void> succeeded(String email, String remote, String device) {
    return lockouts
        .forget(account(email, device))
        .compose(
            gone ->
                remote == null || knows(email, device)
                    ? Future.succeededFuture(Optional.<Failures>empty())
                    : lockouts.find(remote(remote)))
        .compose(
            found ->
                found.isPresent()
                    ? lockouts.put(found.get().oneLess()).mapEmpty()
                    : Future.succeededFuture());
  }

  /** Removes what no longer counts. */
  Future<Void> clean(Instant now) {
    return lockouts.clean(now.minus(Failures.FORGOTTEN));
  }

  private String account(String email, String device) {
    return knows(email, device)
        ? "d" + signer.sign("lockout", "device " + device)
        : "a" + signer.sign("lockout", "account " + email);
  }

  private String remote(String address) {
    return "r" + signer.sign("lockout", "remote " + address);
  }
}
