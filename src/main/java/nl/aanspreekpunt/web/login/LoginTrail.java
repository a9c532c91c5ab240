package nl.aanspreekpunt.web.login;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.aanspreekpunt.casework.Signer;
import nl.aanspreekpunt.trail.Deed;
import nl.aanspreekpunt.trail.Kind;
import nl.aanspreekpunt.trail.Trail;

/**
 * Puts on the trail who comes in and who does not. Of where from it keeps a keyed hash: one place
 * can be told from another, and none is known. What was typed is kept nowhere.
 */
final class LoginTrail {
  private static final int KNOWN = 10_000;

  private static final int OF_ORIGIN = 9;
  private static final int OF_SESSION = 24;

  private final Trail trail;
  private final Signer signer;

  /** What this node put down already: who goes on guessing costs no more writes. */
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  LoginTrail(Trail trail, Signer signer) {
    this.trail = trail;
    this.signer = signer;
  }

  /** Before the session begins. */
  Future<Void> in(Account account, String session, String remote, Instant now) {
    String id = "in/" + session.substring(0, OF_SESSION);
    return trail.record(Deed.of(id, now, account.official(), Kind.LOGGED_IN).from(origin(remote)));
  }

  /** Takes as long for an account that does not exist. */
  Future<Void> kept(Kind kind, Optional<Account> account, String remote, Instant now) {
    String official = account.map(Account::official).orElse(null);
    String whose = official == null ? "-" : official;
    String id = String.join("/", kind.name(), whose, origin(remote), Trail.hour(now));
    if (known.contains(id)) {
      return Future.succeededFuture();
    }
    return trail
        .note(Deed.of(id, now, official, kind).from(origin(remote)))
        .onSuccess(on -> remember(id, on))
        .mapEmpty();
  }

  private void remember(String id, boolean on) {
    if (known.size() >= KNOWN) {
      known.clear();
    }
    if (on) {
      known.add(id);
    }
  }

  Future<Void> out(String official, String session, Instant now) {
    String id = "out/" + session.substring(0, OF_SESSION);
    return trail.note(Deed.of(id, now, official, Kind.LOGGED_OUT)).mapEmpty();
  }

  /** Before it is. */
  Future<Void> changed(Account to, Instant now) {
    String id = "password/" + to.official() + "/" + to.version();
    return trail.record(Deed.of(id, now, to.official(), Kind.PASSWORD_CHANGED));
  }

  private String origin(String remote) {
    return signer.sign("trail-origin", remote).substring(0, OF_ORIGIN);
  }
}
