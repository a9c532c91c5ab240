package nl.aanspreekpunt.casework;

import java.time.Instant;
import nl.aanspreekpunt.promise.Promise;

/**
 * An official wants to deviate and asks a manager to stand behind it.
 *
 * @param id {@code <case>-b<n>}
 * @param by who asks (official id)
 * @param from what they want to deviate from
 * @param because why
 * @param promise of the manager, to say whether they do (promise id)
 * @param answeredBy the manager who did, or whose silence was agreement; null until then
 * @param explanation of a refusal, in the manager's own words; null otherwise
 */
public record Backing(
    String id,
    String by,
    String from,
    String because,
    Instant asked,
    String promise,
    State state,
    String answeredBy,
    Instant answeredAt,
    String explanation) {
  public enum State {
    ASKED,
    /** The deviation is not held against whoever asked. */
    AGREED,
    /** The same, since the manager said nothing within the norm, where that is agreement. */
    SILENT,
    REFUSED,
    WITHDRAWN
  }

  /** Why a manager acts on a promise: they said no, and explain it to the citizen themselves. */
  public static final String EXPLAINS = "backing";

  /** Whether a manager is to explain by it why they do not stand behind a deviation. */
  public static boolean explains(Case one, Promise promise) {
    return one.acting().stream()
        .anyMatch(
            it -> it.lasts() && promise.id().equals(it.promise()) && it.reason().equals(EXPLAINS));
  }

  /** The same in the case to which its own was joined. */
  Backing under(String number, String other) {
    return new Backing(
        number, by, from, because, asked, other, state, answeredBy, answeredAt, explanation);
  }

  public boolean isOpen() {
    return state == State.ASKED;
  }

  /** Somebody stands behind it. */
  public boolean stands() {
    return state == State.AGREED || state == State.SILENT;
  }

  /**
   * @param words of a refusal; null otherwise
   */
  public Backing answered(State next, String manager, Instant at, String words) {
    return new Backing(id, by, from, because, asked, promise, next, manager, at, words);
  }
}
