package nl.aanspreekpunt.web.mine;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Reachable;
import nl.aanspreekpunt.casework.Signer;
import nl.aanspreekpunt.casework.Tokens;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Showing that an address is yours: a code goes there, and comes back from the same browser.
 * Whether the hub knows an address is told to nobody: the same is stored, said and waited for.
 */
public final class Proving {
  private static final Logger LOG = LoggerFactory.getLogger(Proving.class);

  /** What a code that was filled in comes to. */
  sealed interface Result {
    /** It is theirs. */
    record Theirs(Address address, String purpose) implements Result {}

    /**
     * @param left how often they may try again
     */
    record Wrong(int left) implements Result {}

    /** Another code is to be asked for. */
    record Over() implements Result {}
  }

  private final Proofs proofs;
  private final Identities identities;
  private final Outbox outbox;
  private final Directories directories;
  private final Tokens tokens;
  private final Signer signer;
  private final SecureRandom random = new SecureRandom();

  public Proving(
      Store store,
      Identities identities,
      Outbox outbox,
      Directories directories,
      Tokens tokens,
      Signer signer) {
    this.proofs = Proofs.in(store);
    this.identities = identities;
    this.outbox = outbox;
    this.directories = directories;
    this.tokens = tokens;
    this.signer = signer;
  }

  /** Creates the indexes. */
  public Future<Void> prepare() {
    return proofs.prepare();
  }

  /** Removes what is over. */
  public Future<Void> clean(Instant now) {
    return proofs.clean(now);
  }

  /** A code to an address that must be known; the token for the browser. */
  Future<String> ask(Address address, String language, Instant now) {
    return identities
        .find(address)
        .compose(known -> begin(address, known.isPresent(), Challenge.MINE, language, now));
  }

  /**
   * A code to an address that is to be added to something; the token for the browser.
   *
   * @param purpose what to, in the caller's words
   */
  public Future<String> askNew(Address address, String purpose, String language, Instant now) {
    return begin(address, true, purpose, language, now);
  }

  private Future<String> begin(
      Address address, boolean known, String purpose, String language, Instant now) {
    boolean written = Reachable.by(address) != Channel.PHONE;
    String token = token();
    String nonce = token();
    return count(signer.sign("code-asked", address.id()), now)
        .compose(
            often -> {
              boolean sends = known && written && !often;
              Challenge challenge =
                  new Challenge(
                      hash(token),
                      1,
                      purpose,
                      nonce,
                      sends ? address : null,
                      0,
                      now.plus(Challenge.LIFE));
              return proofs
                  .add(challenge)
                  .onSuccess(
                      added -> {
                        if (sends) {
                          send(address, nonce, language, now);
                        }
                      });
            })
        .map(token);
  }

  /** Not waited for: how long it takes would say that the address is known. */
  private void send(Address address, String nonce, String language, Instant now) {
    Notice notice =
        new Notice(
            "code",
            Notice.Kind.CODE,
            Reachable.by(address),
            address.value(),
            directories.current().onIntakeDuty(now, List.of()).get(0).id(),
            null,
            language,
            Map.of(
                "nonce",
                nonce,
                "minutes",
                String.valueOf(Challenge.LIFE.toMinutes()),
                "goneAt",
                now.plus(Challenge.LIFE).toString()));
    outbox
        .add(List.of(Outgoing.waiting("code-" + hash(nonce), notice, now)))
        .onFailure(e -> LOG.warn("a code did not reach the outbox: {}", e.getMessage()));
  }

  /** Whether that is too often; whoever loses a race counts again. */
  private Future<Boolean> count(String id, Instant now) {
    return proofs
        .asked(id)
        .compose(
            found -> {
              Asked next = found.orElseGet(() -> Asked.none(id, now)).another(now);
              return proofs
                  .ask(next)
                  .compose(won -> won ? Future.succeededFuture(next.tooOften()) : count(id, now));
            });
  }

  /**
   * Puts the try down before it looks, so that no two guesses count as one. Of those that come at
   * the same moment one is looked at.
   *
   * @param token null: this browser asked for none
   * @param purpose what the code must have been asked for begins with this
   */
  public Future<Optional<Address>> theirs(String token, String purpose, String code, Instant now) {
    return prove(token, purpose, code, now)
        .map(
            result ->
                result instanceof Result.Theirs theirs
                    ? Optional.of(theirs.address())
                    : Optional.empty());
  }

  Future<Result> prove(String token, String purpose, String code, Instant now) {
    if (token == null) {
      return Future.succeededFuture(new Result.Over());
    }
    return proofs
        .challenge(hash(token))
        .map(found -> found.filter(one -> one.opens(now) && one.purpose().equals(purpose)))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(new Result.Over())
                    : tried(found.get().tried(), code));
  }

  private Future<Result> tried(Challenge one, String code) {
    return proofs
        .tried(one)
        .compose(
            won -> {
              boolean right = right(one, code) && won;
              return right
                  ? proofs
                      .use(one.id())
                      .map(
                          mine ->
                              mine
                                  ? new Result.Theirs(one.address(), one.purpose())
                                  : new Result.Over())
                  : Future.succeededFuture(
                      one.left() > 0 ? new Result.Wrong(one.left()) : new Result.Over());
            });
  }

  /** The same is computed for an address that is not known. */
  private boolean right(Challenge one, String code) {
    boolean same =
        MessageDigest.isEqual(
            tokens.code(one.nonce()).getBytes(StandardCharsets.US_ASCII),
            code.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8));
    return same && one.address() != null;
  }

  /**
   * Begins afresh, whatever the browser held; the new token.
   *
   * @param held the token of an earlier session; null: none
   */
  Future<String> begin(Address address, String held, Instant now) {
    String token = token();
    return (held == null ? Future.succeededFuture(false) : proofs.end(hash(held)))
        .compose(ended -> proofs.add(Mine.begun(hash(token), address, now)))
        .map(token);
  }

  /** Whose address it is that this browser showed, while that lasts. */
  public Future<Optional<Address>> address(String token, Instant now) {
    return proofs
        .session(hash(token))
        .map(found -> found.filter(one -> one.lasts(now)))
        .onSuccess(
            found ->
                found
                    .filter(one -> one.stale(now))
                    .ifPresent(one -> proofs.seen(one.id(), now, one.endsAtSeen(now))))
        .map(found -> found.map(Mine::address));
  }

  Future<Void> end(String token) {
    return proofs.end(hash(token)).mapEmpty();
  }

  private String token() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String hash(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }
}
