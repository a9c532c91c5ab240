package nl.aanspreekpunt.inbox;

/**
 * A stretch of a message that is not its writer's new words. Nothing is thrown away: the text stays
 * whole, and this says what of it is folded.
 *
 * @param from its first character in the text, counted in {@code char}s
 * @param to behind its last
 */
public record Fold(int from, int to, Kind kind) {
  /** What stands there. */
  public enum Kind {
    /** An earlier message. */
    QUOTED,
    /** A message of somebody else that is passed on: it was not here before, so it stays open. */
    FORWARDED,
    /** An earlier message with answers written between its lines and no mark on either. */
    MIXED,
    /** Who wrote, or what device they wrote on. */
    SIGNATURE
  }

  /** Stays readable without a click. */
  public boolean open() {
    return kind == Kind.FORWARDED || kind == Kind.MIXED;
  }
}
