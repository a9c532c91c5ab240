package nl.aanspreekpunt.web.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/**
 * What another system shows to be let in. Only its hash is kept.
 *
 * @param id SHA-256 of the token, in hex
 * @param name for people: which system uses it
 * @param official acts and reads as this official (id); null: as a system
 * @param createdBy name of the token it was made with, or "start"
 * @param lastUsed at most an hour old while in use; null when never used
 */
public record ApiToken(
    String id,
    String name,
    Set<Scope> scopes,
    String official,
    Instant createdAt,
    String createdBy,
    Instant lastUsed) {
  private static final SecureRandom RANDOM = new SecureRandom();

  public ApiToken {
    scopes = scopes == null ? Set.of() : Set.copyOf(scopes);
  }

  public boolean may(Scope scope) {
    return scopes.contains(scope) || scopes.contains(Scope.ADMIN);
  }

  /** 256 random bits. */
  static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return "ap_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** SHA-256 in hex. Enough for a token: nobody can try 256 random bits. */
  static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }
}
