package nl.aanspreekpunt.outbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A notice on its way, and what became of it.
 *
 * @param id made of document, version and recipient, so that it exists once
 * @param nextTry when to look into it again: to try it, because its lease runs out, or to tell a
 *     person about its failure; null when nothing more is to be done
 * @param node who claimed it; null unless SENDING
 * @param leaseUntil the claim's end; after it the entry is looked into again
 * @param reference Message-ID or Twilio SID, or the entry it was told in; null before that
 * @param detail why it failed or waits: a {@link Reason}'s code or what the provider said; null if
 *     none
 * @param perhapsTwice it was sent again without knowing whether the first try arrived
 * @param resentBy official id of who had it sent again after it had failed; null if nobody did
 * @param written the words of a try that is under way or may have arrived, as the provider got
 *     them; null otherwise, and for email
 */
public record Outgoing(
    String id,
    Notice notice,
    State state,
    Instant createdAt,
    Instant nextTry,
    int attempts,
    String node,
    Instant leaseUntil,
    String reference,
    String detail,
    Instant sentAt,
    boolean perhapsTwice,
    String resentBy,
    String written) {
  public enum State {
    WAITING,
    SENDING,
    SENT,
    /** Time-out after the provider had all of it: perhaps sent. */
    UNKNOWN,
    DELIVERED,
    /** Its reader opened it, as WhatsApp says of who lets it. */
    READ,
    /** The provider will not have it; a person must look. */
    REFUSED,
    /** Tried too often; a coordinator sees it. */
    DEAD,
    /** Demo citizens: never sent. */
    HELD,
    /** Told in another entry, with other things: see {@link #reference()}. */
    GATHERED,
    /** By the time it could be sent it was no longer for its reader: never sent. */
    WITHHELD;

    /** It is with its reader's provider, or further, as far as is known. */
    public boolean arrived() {
      return this == SENT || this == DELIVERED || this == READ;
    }
  }

  /** The same entry with what became of it; nobody's claim any more. */
  Outgoing became(
      State outcome, Instant lookAgain, String sentAs, String said, Instant when, boolean twice) {
    return new Outgoing(
        id, notice, outcome, createdAt, lookAgain, attempts, null, null, sentAs, said, when, twice,
        resentBy, written);
  }

  /**
   * What a mail that comes back is known by: 64 bits in hex of a hash of its id. Who forges one
   * must sign it too.
   */
  public String returns() {
    return returns(id);
  }

  static String returns(String id) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }

  /** Its reader's mail server had it, and says that it could not be delivered after all. */
  public Outgoing returned(String why, Instant now) {
    return became(State.REFUSED, now, reference, why, null, perhapsTwice);
  }

  /** Its reader's mail server says that it arrived. */
  public Outgoing arrived(Instant now) {
    Instant lookAgain = resendable() || resentBy != null ? now : null;
    return became(
        State.DELIVERED, lookAgain, reference, null, sentAt == null ? now : sentAt, perhapsTwice);
  }

  /** It left, as far as is known: what comes back may be this. */
  public boolean left() {
    return state == State.SENT || state == State.SENDING || state == State.UNKNOWN;
  }

  /** The same entry with other facts, to be written anew. */
  public Outgoing about(Notice other) {
    return with(other, null);
  }

  /** The same entry with facts that change nothing of what it says. */
  public Outgoing knowing(Notice other) {
    return with(other, written);
  }

  private Outgoing with(Notice other, String words) {
    return new Outgoing(
        id,
        other,
        state,
        createdAt,
        nextTry,
        attempts,
        node,
        leaseUntil,
        reference,
        detail,
        sentAt,
        perhapsTwice,
        resentBy,
        words);
  }

  /** It goes at any hour. */
  public boolean urgent() {
    return switch (notice.kind()) {
      case CODE, TEST, PRINCIPLE -> true;
      default -> notice.facts().containsKey(Notice.URGENT);
    };
  }

  /** It was not tried, and waits for its moment. */
  boolean waitsForItsHour() {
    return state == State.WAITING
        && (Reason.QUIET.code().equals(detail) || Reason.SPENT.code().equals(detail));
  }

  /** It failed, or nobody knows whether it went: a person may have it sent again. */
  public boolean resendable() {
    return state == State.REFUSED || state == State.DEAD || state == State.UNKNOWN;
  }

  /** Of a demo citizen: kept and never sent. */
  public Outgoing held() {
    return new Outgoing(
        id,
        notice,
        State.HELD,
        createdAt,
        null,
        attempts,
        null,
        null,
        reference,
        Reason.DEMO.code(),
        null,
        perhapsTwice,
        resentBy,
        null);
  }

  public static Outgoing waiting(String id, Notice notice, Instant now) {
    return waiting(id, notice, now, now);
  }

  /**
   * @param from not to be told before
   */
  public static Outgoing waiting(String id, Notice notice, Instant now, Instant from) {
    return new Outgoing(
        id, notice, State.WAITING, now, from, 0, null, null, null, null, null, false, null, null);
  }
}
