package nl.aanspreekpunt.web.login;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
                theirs.isEmpty()
                    ? make(official, "hub", now, made, false)
                    : Future.succeededFuture());
  }

  /**
   * Of one; null when they have a password of their own under their address of now. One that they
   * never used is made anew: paper is lost. The only time that it can be read.
   *
   * @param by official id of who asked for it
   */
  public Future<String> make(Official official, String by, Instant now) {
    Map<String, String> made = new ConcurrentSkipListMap<>();
    return make(official, by, now, made, true).map(done -> made.get(email(official)));
  }

  private static String email(Official official) {
    return official.email().toLowerCase(Locale.ROOT);
  }

  /**
   * @param anew whether what is under that address gives way: not to a node that starts
   */
  private Future<Void> make(
      Official official, String by, Instant now, Map<String, String> made, boolean anew) {
    String password = passwords.made();
    return accounts
        .find(email(official))
        .compose(
            found ->
                found.filter(one -> !anew || isUsed(one, official)).isPresent()
                    ? Future.succeededFuture(false)
                    : passwords
                        .hashMade(password)
                        .compose(hash -> put(official, found, hash, by, now)))
        .onSuccess(
            stands -> {
              if (stands) {
                made.put(email(official), password);
              }
            })
        .mapEmpty();
  }

  private static boolean isUsed(Account one, Official official) {
    return isTheirs(one, official) && !one.mustChange();
  }

  private static boolean isTheirs(Account one, Official official) {
    return one.official().equals(official.id());
  }

  /** False when another was made at the same time. Who had this address before has it no more. */
  private Future<Boolean> put(
      Official official, Optional<Account> found, String hash, String by, Instant now) {
    Optional<Account> unused = found.filter(one -> isTheirs(one, official));
    Account account =
        new Account(
            email(official),
            unused.map(one -> one.version() + 1).orElse(1L),
            official.id(),
            hash,
            true,
            now);
    return trail
        .record(first(account, by, now))
        .compose(said -> endOthers(account, by, now))
        .compose(
            ended ->
                found.isEmpty() || unused.isPresent()
                    ? Future.succeededFuture()
                    : end(found.get(), by, now))
        .compose(ended -> unused.isPresent() ? accounts.replace(account) : accounts.add(account))
        // Once more: another may have been made at the same time.
        .compose(stands -> endOthers(account, by, now).map(stands));
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
