package nl.aanspreekpunt.web.login;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import nl.aanspreekpunt.casework.Signer;
import nl.aanspreekpunt.trail.Kind;
import nl.aanspreekpunt.trail.Trail;

/** Logging in and out, and changing a password. */
public final class Login {
  /** What a try comes to. */
  public sealed interface Result {
    /**
     * @param token for the browser; the hub itself keeps only its hash
     * @param device for the browser to keep, to be known again
     */
    record In(String token, String device, String account, boolean mustChange) implements Result {}

    /** Unknown account or wrong password: which of both is not told. */
    record Wrong() implements Result {}

    record TooOften(Instant again) implements Result {}
  }

  private final Accounts accounts;
  private final Sessions sessions;
  private final Lockouts lockouts;
  private final Guard guard;
  private final Passwords passwords;
  private final LoginTrail trail;
  private final SecureRandom random = new SecureRandom();

  public Login(
      Accounts accounts,
      Sessions sessions,
      Lockouts lockouts,
      Signer signer,
      Passwords passwords,
      Trail trail) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.lockouts = lockouts;
    this.guard = new Guard(lockouts, signer);
    this.passwords = passwords;
    this.trail = new LoginTrail(trail, signer);
  }

  /** Creates the indexes. */
  public Future<Void> prepare() {
    return Future.all(accounts.prepare(), sessions.prepare(), lockouts.prepare()).mapEmpty();
  }

  /**
   * Where a try comes from.
   *
   * @param remote who is counted as one party
   * @param device what this browser kept of an earlier log-in; null if nothing
   * @param before id of the session that this browser held; null if none
   */
  public record From(String remote, String device, String before) {}

  public Future<Result> in(String email, String password, From from, Instant now) {
    String account = email.strip().toLowerCase(Locale.ROOT);
    return accounts
        .find(account)
        .compose(
            found ->
                guard
                    .admit(account, from.remote(), from.device(), now)
                    .compose(
                        wait ->
                            wait.isPresent()
                                ? Future.succeededFuture(waits(wait.get(), found, from, now))
                                : verify(found, password, from, now)));
  }

  /** Two tries at the same moment wait a little, and are no news. */
  private Result waits(Guard.Wait wait, Optional<Account> account, From from, Instant now) {
    if (wait.shut()) {
      trail.kept(Kind.LOCKED_OUT, account, from.remote(), now);
    }
    return new Result.TooOften(wait.until());
  }

  private Future<Result> verify(Optional<Account> found, String password, From from, Instant now) {
    return passwords
        .matches(password, found.map(Account::hash).orElse(null))
        .compose(
            right ->
                right
                    ? begin(found.get(), from, now)
                    : Future.succeededFuture(wrong(found, from, now)));
  }

  private Result wrong(Optional<Account> account, From from, Instant now) {
    trail.kept(Kind.LOGIN_REFUSED, account, from.remote(), now);
    return new Result.Wrong();
  }

  /** On the trail before it opens; within a session that goes on it is nothing new. */
  private Future<Void> comesIn(Account account, String token, From from, Instant now) {
    return from.remote() == null
        ? Future.succeededFuture()
        : trail.in(account, id(token), from.remote(), now);
  }

  /** An account that ended meanwhile, or got another password, lets nobody in. */
  private Future<Result> begin(Account account, From from, Instant now) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return comesIn(account, token, from, now)
        .compose(said -> sessions.add(Session.begun(id(token), account, from.before(), now)))
        .compose(added -> accounts.find(account.id()))
        .compose(
            there ->
                there.filter(one -> one.hash().equals(account.hash())).isPresent()
                    ? guard
                        .succeeded(account.id(), from.remote(), from.device())
                        .map(done -> in(account, token, from))
                    : sessions.end(id(token)).<Result>map(new Result.Wrong()));
  }

  private Result in(Account account, String token, From from) {
    boolean known = guard.knows(account.id(), from.device());
    String kept = known ? from.device() : guard.device(account.id());
    return new Result.In(token, kept, account.id(), account.mustChange());
  }

  /** The session of a browser's token, while it lasts. */
  public Future<Optional<Session>> session(String token, Instant now) {
    return sessions
        .find(id(token))
        .map(found -> found.filter(session -> session.lasts(now)))
        .onSuccess(found -> found.filter(one -> one.stale(now)).ifPresent(one -> seen(one, now)));
  }

  private void seen(Session session, Instant now) {
    sessions.seen(session.id(), now, session.endsAtSeen(now));
  }

  /**
   * @param official id of whose it is
   */
  public Future<Void> out(String sessionId, String official, Instant now) {
    return sessions.end(sessionId).compose(ended -> trail.out(official, sessionId, now));
  }

  /**
   * Changes a password and ends every session of the account; empty when the old one is wrong or
   * the account changed meanwhile, else the token of a new session.
   *
   * @param session id of the one in which it is changed
   */
  public Future<Optional<String>> change(
      String email, String old, String chosen, String session, Instant now) {
    return accounts
        .find(email)
        .compose(
            found ->
                passwords
                    .matches(old, found.map(Account::hash).orElse(null))
                    .compose(
                        right ->
                            right
                                ? replace(found.get(), chosen, session, now)
                                : Future.succeededFuture(Optional.empty())));
  }

  private Future<Optional<String>> replace(
      Account account, String chosen, String session, Instant now) {
    return passwords
        .hash(chosen)
        .map(hash -> account.with(hash, now))
        .compose(
            changed ->
                trail
                    .changed(changed, now)
                    .compose(said -> accounts.replace(changed))
                    .compose(
                        won ->
                            won
                                ? afresh(changed, session, now)
                                : Future.succeededFuture(Optional.empty())));
  }

  private Future<Optional<String>> afresh(Account changed, String session, Instant now) {
    return sessions
        .endOthers(changed.id(), null)
        .compose(ended -> begin(changed, new From(null, null, session), now))
        .map(begun -> begun instanceof Result.In in ? Optional.of(in.token()) : Optional.empty());
  }

  /** Ends what is over. */
  public Future<Void> clean(Instant now) {
    trail.clean(now);
    return Future.join(sessions.clean(now), guard.clean(now)).mapEmpty();
  }

  /** SHA-256 in hex: of the session that a browser's token stands for. */
  static String id(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }
}
