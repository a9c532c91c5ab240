package nl.aanspreekpunt.promise;

import java.util.List;

/**
 * A citizen wants to be called.
 *
 * @param phone E.164
 * @param reason in the citizen's or clerk's words; may be empty
 * @param preferred when it suits, in the citizen's words; may be empty
 * @param requestedBy "citizen", or the official or clerk who took it (official id)
 * @param attempts oldest first
 */
public record CallbackRequest(
    String phone, String reason, String preferred, String requestedBy, List<Attempt> attempts) {
  public CallbackRequest {
    attempts = attempts == null ? List.of() : List.copyOf(attempts);
  }

  public CallbackRequest tried(Attempt attempt) {
    List<Attempt> all = new java.util.ArrayList<>(attempts);
    all.add(attempt);
    return new CallbackRequest(phone, reason, preferred, requestedBy, all);
  }
}
