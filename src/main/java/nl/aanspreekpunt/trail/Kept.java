package nl.aanspreekpunt.trail;

/**
 * Entries that are destroyed after the same time, so that a chain loses its oldest part only; and
 * that wait for each other: who comes in never stands behind who is kept out.
 */
public enum Kept {
  LOGINS(5_000),
  REFUSALS(500),
  ACTS(5_000);

  private final int mostWaiting;

  Kept(int mostWaiting) {
    this.mostWaiting = mostWaiting;
  }

  int mostWaiting() {
    return mostWaiting;
  }

  String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
