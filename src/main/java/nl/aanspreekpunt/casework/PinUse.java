package nl.aanspreekpunt.casework;

/**
 * A pinned rule that fitted a message, and what came of it.
 *
 * @param pin its id
 * @param official whom it names (official id)
 */
public record PinUse(String pin, String official, How how) {
  public enum How {
    /** It went to them. */
    FOLLOWED,
    /** It could not go to them. */
    KEPT_AWAY,
    /** They were absent: the other rules decided. */
    ABSENT,
    /** They do not work here any more: the other rules decided. */
    LEFT
  }

  /** It was passed over. */
  public boolean passed() {
    return how == How.ABSENT || how == How.LEFT;
  }
}
