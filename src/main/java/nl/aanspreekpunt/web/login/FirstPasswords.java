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

/**
 * Gives officials an account, with a password to be changed at first login. Nobody has two: a first
 * password for a new address ends what they logged in with before, and whoever was logged in so.
 */
public final class FirstPasswords {
  private final Accounts accounts;
  private final Sessions sessions;
  private final Passwords passwords;
  private final Trail trail;

  public FirstPasswords(Accounts accounts, Sessions sessions, Passwords passwords, Trail trail) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.passwords = passwords;
    this.trail = trail;
  }

  /**
   * Of all who have no account under any address. The passwords that were made, by email address;
   * the only time that they can be read.
   */
  public Future<Map<String, String>> make(Directory directory, Instant now) {
    Map<String, String> made = new ConcurrentSkipListMap<>();
    List<Future<Void>> all =
        directory.officials().stream()
            .filter(official -> directory.employed(official.id(), now))
            .map(official -> makeFirst(official, now, made))
            .toList();
    return Future.join(all).map(done -> made);
  }

  private Future<Void> makeFirst(Official official, Instant now, Map<String, String> made) {
    return accounts
        .of(official.id())
        .compose(
            theirs ->
                theirs.isEmpty() ? make(official, "hub", now, made) : Future.succeededFuture());
  }

  /**
   * Of one; null when they have one already under their address of now. The only time that it can
   * be read.
   *
   * @param by official id of who asked for it
   */
  public Future<String> make(Official official, String by, Instant now) {
    Map<String, String> made = new ConcurrentSkipListMap<>();
    return make(official, by, now, made).map(done -> made.get(email(official)));
  }

  private static String email(Official official) {
    return official.email().toLowerCase(Locale.ROOT);
  }

  private Future<Void> make(Official official, String by, Instant now, Map<String, String> made) {
    return accounts
        .find(email(official))
        .compose(
            found -> found.isPresent() ? Future.succeededFuture() : add(official, by, now, made));
  }

  /** What was before ends first, and once more: another may have been made at the same time. */
  private Future<Void> add(Official official, String by, Instant now, Map<String, String> made) {
    String password = passwords.made();
    String email = email(official);
    return passwords
        .hashMade(password)
        .map(hash -> new Account(email, 1, official.id(), hash, true, now))
        .compose(
            account ->
                trail
                    .record(first(account, by, now))
                    .compose(said -> endOthers(account, by, now))
                    .compose(ended -> accounts.add(account))
                    .onSuccess(
                        added -> {
                          if (added) {
                            made.put(email, password);
                          }
                        })
                    .compose(added -> endOthers(account, by, now)));
  }

  private static Deed first(Account account, String by, Instant now) {
    return Deed.of("first/" + account.mark(), now, by, Kind.FIRST_PASSWORD)
        .about(account.official());
  }

  private Future<Void> endOthers(Account but, String by, Instant now) {
    return accounts
        .of(but.official())
        .compose(
            theirs ->
                Future.join(
                    theirs.stream()
                        .filter(one -> !one.id().equals(but.id()))
                        .map(one -> end(one, by, now))
                        .toList()))
        .mapEmpty();
  }

  private Future<Void> end(Account one, String by, Instant now) {
    Deed ended = Deed.of("ended/" + one.mark(), now, by, Kind.ACCOUNT_ENDED).about(one.official());
    return trail
        .record(ended)
        .compose(said -> accounts.remove(one.id()))
        .compose(gone -> sessions.endOthers(one.id(), null));
  }
}
