package nl.aanspreekpunt.casework.chafe;

import java.time.Instant;

/**
 * One dated step of a friction.
 *
 * @param by official id
 * @param words why or what, in their own words; for {@link State#GATHERED} and {@link
 *     State#GATHERS} the other friction's id
 * @param until by when more is heard, for {@link State#TRIED}; null: by the norm
 */
public record Step(Instant at, String by, State state, String words, Instant until) {
  /** What became of it. */
  public enum State {
    /** Nobody said anything of it yet. */
    REPORTED,
    /** Its owner looks into it. */
    LOOKED_AT,
    /** Another way is tried; more is heard by a moment that is told. */
    TRIED,
    /** It is otherwise now. */
    CHANGED,
    /** It stays as it is, because. */
    STAYS,
    /** It was gathered into another that is the same. */
    GATHERED,
    /** It was taken out of that again. */
    APART,
    /** Another was gathered into this one. */
    GATHERS;

    /** Answers who reported it and who met it. */
    public boolean answers() {
      return this == TRIED || ends();
    }

    /** Nothing more is owed. */
    public boolean ends() {
      return this == CHANGED || this == STAYS;
    }

    /** Says how it stands; the others say only where. */
    public boolean says() {
      return ordinal() <= STAYS.ordinal();
    }
  }
}
