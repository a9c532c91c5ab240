package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message touches a principle: who was told of it, and who said "I am on it".
 *
 * @param principle topic id, of whose principle
 * @param n which one of the case, from 1: part of the outbox ids, so that each is told once
 * @param message the one that touched it (receipt id)
 * @param asked when that came in
 * @param words by which it does; empty when it is what the case is about
 * @param told in that order
 * @param by official id of who took it, or said that it is none; null if nobody did
 * @param at when they did; null as above
 */
public record Alert(
    String principle,
    int n,
    State state,
    String message,
    Instant asked,
    List<String> words,
    List<Told> told,
    String by,
    Instant at) {
  public enum State {
    /** Some words may mean it: a person is to say whether they do, and nobody was told. */
    PROPOSED,
    /** Somebody was told; when they do not say that they are on it, the next one is. */
    CALLING,
    TAKEN,
    /** Somebody answered, spoke with the citizen, or acted on the principle. */
    ANSWERED,
    /** A named person saw that it does not touch it. */
    NOT_SO,
    /** Of before the case was last opened again: a new message calls anew. */
    PAST
  }

  /** Somebody who was told, at any hour. */
  public record Told(String official, Instant at) {}

  public Alert {
    words = words == null ? List.of() : List.copyOf(words);
    told = told == null ? List.of() : List.copyOf(told);
  }

  /** Somebody is to see to it still, or said that they do. */
  public boolean lasts() {
    return state == State.CALLING || state == State.TAKEN;
  }

  public Optional<Told> lastTold() {
    return told.isEmpty() ? Optional.empty() : Optional.of(told.get(told.size() - 1));
  }

  public boolean told(String official) {
    return told.stream().anyMatch(one -> one.official().equals(official));
  }

  /** On whose Today it stands (official ids). */
  public List<String> concerns() {
    return switch (state) {
      case CALLING -> told.stream().map(Told::official).toList();
      case TAKEN -> List.of(by);
      case PROPOSED, ANSWERED, NOT_SO, PAST -> List.of();
    };
  }

  public Alert calling(String official, Instant now) {
    List<Told> all = new ArrayList<>(told);
    all.add(new Told(official, now));
    return new Alert(principle, n, State.CALLING, message, asked, words, all, null, null);
  }

  /** As a named person, or what happened, left it. */
  public Alert became(State next, String who, Instant when) {
    return new Alert(principle, n, next, message, asked, words, told, who, when);
  }
}
