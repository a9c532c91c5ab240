package nl.aanspreekpunt.promise;

import java.time.Instant;

/**
 * One try to reach a citizen by phone. Only {@link Outcome#REACHED} is a conversation.
 *
 * @param by official id
 * @param note may be empty
 * @param call which call of the hub's it was; null: it was made outside it
 */
public record Attempt(Instant at, String by, Outcome outcome, String note, String call) {
  public Attempt(Instant at, String by, Outcome outcome, String note) {
    this(at, by, outcome, note, null);
  }

  public enum Outcome {
    REACHED,
    VOICEMAIL,
    NO_ANSWER,
    WRONG_NUMBER
  }
}
