package nl.aanspreekpunt.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import nl.aanspreekpunt.casework.Signer;

/**
 * Guards forms against being sent from another site: a signed copy of a cookie that only this
 * site's pages hold (OWASP, "signed double-submit cookie"); for who is logged in it is bound to the
 * session.
 */
public final class FormTokens {
  /** How long a page may lie open before its form is sent. */
  static final Duration LIFE = Duration.ofHours(12);

  /** What a token that came back comes to. */
  public enum Check {
    GOOD,
    /** Ours, but too old. */
    OLD,
    WRONG
  }

  private static final SecureRandom RANDOM = new SecureRandom();
  private final Signer signer;

  public FormTokens(Signer signer) {
    this.signer = signer;
  }

  /** 128 random bits, 22 characters. */
  public static String random() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * @param holder the cookie's value, or the session's id
   */
  public String make(String holder, Instant now) {
    long second = now.getEpochSecond();
    return second + "." + signature(holder, second);
  }

  public Check check(String holder, String token, Instant now) {
    int dot = token == null ? -1 : token.indexOf('.');
    if (dot < 1 || dot > 12 || holder == null || !digits(token, dot)) {
      return Check.WRONG;
    }
    long second = Long.parseLong(token.substring(0, dot));
    byte[] expected = signature(holder, second).getBytes(StandardCharsets.UTF_8);
    byte[] given = token.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(expected, given)) {
      return Check.WRONG;
    }
    Instant made = Instant.ofEpochSecond(second);
    return made.plus(LIFE).isBefore(now) ? Check.OLD : Check.GOOD;
  }

  /** When this token was made; only for one that was checked. */
  public static Instant madeAt(String token) {
    return Instant.ofEpochSecond(Long.parseLong(token.substring(0, token.indexOf('.'))));
  }

  private static boolean digits(String token, int until) {
    return token.substring(0, until).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private String signature(String holder, long second) {
    return signer.sign("form", holder + "." + second);
  }
}
