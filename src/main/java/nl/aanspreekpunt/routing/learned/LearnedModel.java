package nl.aanspreekpunt.routing.learned;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One version of what was learned, and how it was measured: see {@link Measured}.
 *
 * @param id {@code v3}
 * @param by who had it trained (official id), or "hub" by the clock
 * @param hash SHA-256 of the content
 * @param content as OpenNLP writes it; null in what is listed, and once a later version is there
 */
public record LearnedModel(
    String id,
    int version,
    Instant trainedAt,
    String by,
    int examples,
    int topics,
    int heldOut,
    int learnedRight,
    int keywordsRight,
    String hash,
    byte[] content) {

  static LearnedModel of(int version, Measured measured, byte[] content, Instant now, String by) {
    return new LearnedModel(
        "v" + version,
        version,
        now,
        by,
        measured.examples(),
        measured.topics(),
        measured.heldOut(),
        measured.learnedRight(),
        measured.keywordsRight(),
        hash(content),
        content);
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }

  /** Than the keyword rules, on the same questions. */
  public boolean better() {
    return learnedRight > keywordsRight;
  }

  /** Its content is there, and is what was stored. */
  boolean whole() {
    return content != null && hash(content).equals(hash);
  }
}
