package nl.aanspreekpunt.trail;

/** Entries that are destroyed after the same time, so that a chain loses its oldest part only. */
public enum Kept {
  LOGINS,
  ACTS;

  String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
