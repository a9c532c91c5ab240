package nl.aanspreekpunt.web.mine;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.routing.ChangedHands;
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
  private final SmsCodes bySms;
  private final ChangedHands changedHands;
  private final SecureRandom random = new SecureRandom();

  public Proving(
      Store store,
      Identities identities,
      Outbox outbox,
      Directories directories,
      Tokens tokens,
      Signer signer,
      SmsCodes bySms,
      ChangedHands changedHands) {
    this.proofs = Proofs.in(store);
    this.identities = identities;
    this.outbox = outbox;
    this.directories = directories;
    this.tokens = tokens;
    this.signer = signer;
    this.bySms = bySms;
    this.changedHands = changedHands;
  }

  /** Creates the indexes. */
  public Future<Void> prepare() {
    return proofs.prepare();
  }

  /** Removes what is over. */
  public Future<Void> clean(Instant now) {
    return proofs.clean(now);
  }

  /**
   * A code to an address that must be known; the token for the browser. None goes to a number that
   * may be another's by now, which nobody is told.
   */
  Future<String> ask(Address address, String language, Instant now) {
    return identities
        .find(address)
        .compose(known -> isTheirs(address, known.orElse(null), now))
        .compose(known -> begin(address, known, Challenge.MINE, List.of(), language, now));
  }

  private Future<Boolean> isTheirs(Address address, Identity known, Instant now) {
    return changedHands.perhaps(known, address, null, now).map(doubt -> known != null && !doubt);
  }

  /**
   * A code to an address that is to be added to something; the token for the browser. One that is
   * asked for too often is not sent, which nobody is told.
   *
   * @param purpose what to, in the caller's words
   */
  public Future<String> askNew(
      Address address, String purpose, Asker by, String language, Instant now) {
    List<Future<Boolean>> often =
        List.of(
            often("code-for-case", by.about(), Asked.MOST_FOR_CASE, Asked.DAY, now),
            often("code-by-visitor", by.from(), Asked.MOST_BY_VISITOR, Asked.WINDOW, now));
    return begin(address, true, purpose, often, language, now);
  }

  /**
   * @param limits whether each of the caller's own is passed
   */
  private Future<String> begin(
      Address address,
      boolean known,
      String purpose,
      List<Future<Boolean>> limits,
      String language,
      Instant now) {
    Channel way = Reachable.by(address);
    boolean goes = way == Channel.EMAIL || (way == Channel.SMS && bySms.reach(address));
    String token = token();
    String nonce = token();
    List<Future<Boolean>> counted = new ArrayList<>(limits);
    counted.add(often("code-asked", address.id(), Asked.MOST, Asked.WINDOW, now));
    return Future.all(counted)
        .compose(
            done -> {
              boolean wanted = known && goes && counted.stream().noneMatch(Future::result);
              return way == Channel.SMS ? allowed(wanted, now) : Future.succeededFuture(wanted);
            })
        .compose(
            sends -> {
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

  /**
   * Whether this SMS is not one too many for the hub. One that is not to go is counted apart, since
   * not to count would be quicker: that would say that a number is not known.
   */
  private Future<Boolean> allowed(boolean wanted, Instant now) {
    return count(signer.sign("code-by-sms", wanted ? "sent" : "not-sent"), Asked.WINDOW, now)
        .map(
            times -> {
              if (wanted && times == bySms.anHour() + 1) {
                LOG.warn("{} codes went by SMS: no more go this hour", bySms.anHour());
              }
              return wanted && times <= bySms.anHour();
            });
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

  private Future<Boolean> often(
      String purpose, String what, int most, Duration window, Instant now) {
    return count(signer.sign(purpose, what), window, now).map(times -> times > most);
  }

  /** How often it is now within the window; whoever loses a race counts again. */
  private Future<Integer> count(String id, Duration window, Instant now) {
    return proofs
        .asked(id)
        .compose(
            found -> {
              Asked next = found.orElseGet(() -> Asked.none(id, now)).another(now, window);
              return proofs
                  .ask(next)
                  .compose(
                      won -> won ? Future.succeededFuture(next.times()) : count(id, window, now));
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

  static String hash(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }
}
