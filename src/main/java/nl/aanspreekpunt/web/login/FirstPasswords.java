package nl.aanspreekpunt.web.login;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.trail.Deed;
import nl.aanspreekpunt.trail.Kind;
import nl.aanspreekpunt.trail.Trail;

/** Gives every official who has none an account, with a password to be changed at first login. */
public final class FirstPasswords {
  private final Accounts accounts;
  private final Passwords passwords;
  private final Trail trail;

  public FirstPasswords(Accounts accounts, Passwords passwords, Trail trail) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.trail = trail;
  }

  /** The passwords that were made, by email address; the only time that they can be read. */
  public Future<Map<String, String>> make(Directory directory, Instant now) {
    Map<String, String> made = new ConcurrentSkipListMap<>();
    List<Future<Void>> all =
        directory.officials().stream()
            .filter(official -> directory.employed(official.id(), now))
            .map(official -> make(official, "hub", now, made))
            .toList();
    return Future.join(all).map(done -> made);
  }

  /**
   * Of one; null when they have one already. The only time that it can be read.
   *
   * @param by official id of who asked for it
   */
  public Future<String> make(Official official, String by, Instant now) {
    Map<String, String> made = new ConcurrentSkipListMap<>();
    return make(official, by, now, made)
        .map(done -> made.get(official.email().toLowerCase(Locale.ROOT)));
  }

  private Future<Void> make(Official official, String by, Instant now, Map<String, String> made) {
    String email = official.email().toLowerCase(Locale.ROOT);
    return accounts
        .find(email)
        .compose(
            found ->
                found.isPresent() ? Future.succeededFuture() : add(official, email, by, now, made));
  }

  private Future<Void> add(
      Official official, String email, String by, Instant now, Map<String, String> made) {
    String password = passwords.made();
    Deed first = Deed.of("first/" + official.id(), now, by, Kind.FIRST_PASSWORD);
    return trail
        .record(first.about(official.id()))
        .compose(said -> passwords.hashMade(password))
        .compose(hash -> accounts.add(new Account(email, 1, official.id(), hash, true, now)))
        .onSuccess(
            added -> {
              if (added) {
                made.put(email, password);
              }
            })
        .mapEmpty();
  }
}
