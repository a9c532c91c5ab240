package nl.aanspreekpunt.official;

/**
 * A request that somebody may send again because they did not hear that it was done.
 *
 * @param key who asked and their key, hashed
 * @param digest of what was asked: the same key for something else is refused
 */
public record Asked(String key, String digest) {
  String entry() {
    return key + ":" + digest;
  }

  boolean uses(String entry) {
    return entry.startsWith(key + ":");
  }
}
