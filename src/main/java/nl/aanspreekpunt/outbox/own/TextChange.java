package nl.aanspreekpunt.outbox.own;

import java.time.Instant;

/**
 * How a text was said from a moment on.
 *
 * @param id of the text and the version
 * @param dutch null: as the program says it
 * @param english null: as the program says it
 * @param by official id
 */
public record TextChange(
    String id, String key, long version, String dutch, String english, Instant at, String by) {

  static TextChange of(OwnText to, Instant at, String by) {
    return new TextChange(
        id(to.key(), to.version()), to.key(), to.version(), to.dutch(), to.english(), at, by);
  }

  static String id(String key, long version) {
    return key + "." + version;
  }

  /**
   * @return null: as the program says it
   */
  public String in(String language) {
    return language.equals("en") ? english : dutch;
  }
}
