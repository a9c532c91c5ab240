package nl.aanspreekpunt.promise;

import java.util.List;

/**
 * A citizen wants to be called.
 *
 * @param phone E.164
 * @param reason in the citizen's or clerk's words; may be empty
 * @param preferred when it suits, in the citizen's words; may be empty
 * @param requestedBy "citizen", the official or clerk who took it (official id), or {@link #WORDS}
 * @param attempts oldest first
 */
public record CallbackRequest(
    String phone, String reason, String preferred, String requestedBy, List<Attempt> attempts) {
  /** It was read in the words of a message; an official can undo it. */
  public static final String WORDS = "words";

  public CallbackRequest {
    attempts = attempts == null ? List.of() : List.copyOf(attempts);
  }

  /** The latest wish counts, except that what somebody asked for is no longer a mere reading. */
  CallbackRequest joinedBy(CallbackRequest later) {
    return new CallbackRequest(
        later.phone,
        later.reason.isBlank() || later.readInWords() ? reason : later.reason,
        later.preferred.isBlank() ? preferred : later.preferred,
        later.readInWords() ? requestedBy : later.requestedBy,
        attempts);
  }

  /** Nobody asked in a form or in person: it was read in the words of a message. */
  public boolean readInWords() {
    return WORDS.equals(requestedBy);
  }

  public CallbackRequest tried(Attempt attempt) {
    List<Attempt> all = new java.util.ArrayList<>(attempts);
    all.add(attempt);
    return new CallbackRequest(phone, reason, preferred, requestedBy, all);
  }
}
