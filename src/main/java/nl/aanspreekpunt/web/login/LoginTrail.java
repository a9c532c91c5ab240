package nl.aanspreekpunt.web.login;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import nl.aanspreekpunt.casework.Signer;
import nl.aanspreekpunt.trail.Deed;
import nl.aanspreekpunt.trail.Kind;
import nl.aanspreekpunt.trail.Trail;

/**
 * Puts on the trail who comes in and who does not. Of where from it keeps a keyed hash: one place
 * can be told from another, and none is known. What was typed is kept nowhere.
 */
final class LoginTrail {
  private static final int OF_ORIGIN = 9;
  private static final int OF_SESSION = 24;

  private final Trail trail;
  private final Signer signer;
  private final Refusals refusals;

  LoginTrail(Trail trail, Signer signer) {
    this.trail = trail;
    this.signer = signer;
    refusals = new Refusals(trail);
  }

  /** Before the session begins. */
  Future<Void> in(Account account, String session, String remote, Instant now) {
    String id = "in/" + session.substring(0, OF_SESSION);
    return trail.record(Deed.of(id, now, account.official(), Kind.LOGGED_IN).from(origin(remote)));
  }

  /** Nobody waits for it. */
  void kept(Kind kind, Optional<Account> account, String remote, Instant now) {
    refusals.note(kind, account.map(Account::official).orElse(null), origin(remote), now);
  }

  void clean(Instant now) {
    refusals.over(now);
  }

  Future<Void> out(String official, String session, Instant now) {
    String id = "out/" + session.substring(0, OF_SESSION);
    return trail.note(Deed.of(id, now, official, Kind.LOGGED_OUT)).mapEmpty();
  }

  /** Before it is. */
  Future<Void> changed(Account to, Instant now) {
    String id = "password/" + to.official() + "/" + to.mark();
    return trail.record(Deed.of(id, now, to.official(), Kind.PASSWORD_CHANGED));
  }

  private String origin(String remote) {
    return signer.sign("trail-origin", remote).substring(0, OF_ORIGIN);
  }
}
