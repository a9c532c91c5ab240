package nl.aanspreekpunt.promise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A citizen wants to be called.
 *
 * @param phone E.164
 * @param reason in the citizen's or clerk's words; may be empty
 * @param preferred when it suits, in the citizen's words; may be empty
 * @param requestedBy "citizen", the official or clerk who took it (official id), or {@link #WORDS}
 * @param attempts oldest first
 * @param preferredAt when {@code preferred} was said, so that "tomorrow" can be read; null when it
 *     was said with the request
 * @param asked what the citizen was asked about it and did not answer yet; null if nothing
 * @param doubt words that may mean that the call is no longer wanted: a named person decides; null
 *     if there are none
 */
public record CallbackRequest(
    String phone,
    String reason,
    String preferred,
    String requestedBy,
    List<Attempt> attempts,
    Instant preferredAt,
    Asked asked,
    String doubt) {
  /** It was read in the words of a message; an official can undo it. */
  public static final String WORDS = "words";

  /**
   * A question to the citizen about their request.
   *
   * @param link who it went to (link id)
   * @param until when silence is an answer too; null when it never is
   */
  public record Asked(What what, Instant at, String link, Instant until) {
    public enum What {
      /** They were answered in writing: do they still want the call? Silence means no. */
      STILL_WANTED,
      /** They could not be reached: when does it suit better? */
      WHEN
    }
  }

  public CallbackRequest {
    attempts = attempts == null ? List.of() : List.copyOf(attempts);
  }

  public CallbackRequest(
      String phone, String reason, String preferred, String requestedBy, List<Attempt> attempts) {
    this(phone, reason, preferred, requestedBy, attempts, null, null, null);
  }

  /**
   * The latest wish counts, except that what somebody asked for is no longer a mere reading. Who
   * asks again has answered what they were asked, and takes back any word against it.
   */
  public CallbackRequest joinedBy(CallbackRequest later) {
    boolean says = !later.preferred.isBlank();
    return new CallbackRequest(
        later.phone,
        later.reason.isBlank() || later.readInWords() ? reason : later.reason,
        says ? later.preferred : preferred,
        later.readInWords() ? requestedBy : later.requestedBy,
        attempts,
        says ? later.preferredAt : preferredAt,
        null,
        null);
  }

  /**
   * Another request for the same call: what was tried for either counts for both, and of when it
   * suits what was said last.
   */
  public CallbackRequest with(CallbackRequest other) {
    List<Attempt> all = new ArrayList<>(attempts);
    all.addAll(other.attempts);
    all.sort(Comparator.comparing(Attempt::at));
    boolean says = !preferred.isBlank() && !other.saysLater(this);
    return new CallbackRequest(
        phone,
        reason.isBlank() ? other.reason : reason,
        says ? preferred : other.preferred,
        readInWords() ? other.requestedBy : requestedBy,
        all,
        says ? preferredAt : other.preferredAt,
        null,
        doubt == null ? other.doubt : doubt);
  }

  private boolean saysLater(CallbackRequest than) {
    return !preferred.isBlank()
        && preferredAt != null
        && (than.preferredAt == null || preferredAt.isAfter(than.preferredAt));
  }

  /** When it suits was said with the request, at that moment. */
  public CallbackRequest preferredSince(Instant at) {
    return new CallbackRequest(phone, reason, preferred, requestedBy, attempts, at, asked, doubt);
  }

  /** Nobody asked in a form or in person: it was read in the words of a message. */
  public boolean readInWords() {
    return WORDS.equals(requestedBy);
  }

  /** Whether this is what the citizen was asked last, and did not answer. */
  public boolean awaits(Asked.What what) {
    return asked != null && asked.what() == what;
  }

  public CallbackRequest tried(Attempt attempt) {
    List<Attempt> all = new ArrayList<>(attempts);
    all.add(attempt);
    return new CallbackRequest(
        phone, reason, preferred, requestedBy, all, preferredAt, asked, doubt);
  }

  /** Said at that moment when it suits; it answers what they were asked. */
  public CallbackRequest preferring(String words, Instant at) {
    return new CallbackRequest(phone, reason, words, requestedBy, attempts, at, null, doubt);
  }

  /** Null: there is nothing to answer any more. */
  public CallbackRequest asking(Asked question) {
    return new CallbackRequest(
        phone, reason, preferred, requestedBy, attempts, preferredAt, question, doubt);
  }

  /** Null: there is no doubt any more. */
  public CallbackRequest doubted(String words) {
    return new CallbackRequest(
        phone, reason, preferred, requestedBy, attempts, preferredAt, asked, words);
  }
}
