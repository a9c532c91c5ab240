package nl.aanspreekpunt.promise;

import java.time.Instant;

/**
 * One try to reach a citizen by phone. Only {@link Outcome#REACHED} is a conversation.
 *
 * @param by official id
 * @param note may be empty
 */
public record Attempt(Instant at, String by, Outcome outcome, String note) {
  public enum Outcome {
    REACHED,
    VOICEMAIL,
    NO_ANSWER,
    WRONG_NUMBER
  }
}
