package nl.aanspreekpunt.outbox.own;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How a municipality says one text.
 *
 * @param version how often it was changed; 0: never
 * @param dutch null: as the program says it
 * @param english null: as the program says it
 * @param dutchFrom {@link #mark} of the program's text when ours was made; null when there is none
 */
public record OwnText(
    String key, long version, String dutch, String english, String dutchFrom, String englishFrom) {

  static OwnText never(String key) {
    return new OwnText(key, 0, null, null, null, null);
  }

  /**
   * @param language "nl" or "en"
   * @return null: as the program says it
   */
  public String in(String language) {
    return language.equals("en") ? english : dutch;
  }

  /** Whether the program says it otherwise since ours was made. */
  public boolean outdated(String language, String program) {
    String from = language.equals("en") ? englishFrom : dutchFrom;
    return in(language) != null && !mark(program).equals(from);
  }

  /** Characters in both languages. */
  int size() {
    return (dutch == null ? 0 : dutch.length()) + (english == null ? 0 : english.length());
  }

  /** What a text is known again by: 64 bits of its hash, in hex. */
  static String mark(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }
}
