package nl.aanspreekpunt.casework;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what leaves the hub and must be known again: reply addresses, Message-IDs, follow links.
 * HMAC-SHA256 (RFC 2104), per purpose; 80 bits are kept, compared in constant time.
 */
public final class Signer {
  private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
  private final String keyId;
  private final SecretKeySpec key;

  /**
   * @param keyId one character that leads each signature, so that keys can be followed up
   */
  public Signer(String keyId, byte[] key) {
    this.keyId = keyId;
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  public String sign(String purpose, String what) {
    byte[] hash = mac(purpose, what);
    StringBuilder signature = new StringBuilder(keyId);
    for (int i = 0; i < 16; i++) {
      signature.append(LETTERS.charAt(hash[i] & 31));
    }
    return signature.toString();
  }

  public boolean signed(String purpose, String what, String signature) {
    return MessageDigest.isEqual(
        sign(purpose, what).getBytes(StandardCharsets.US_ASCII),
        signature.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
  }

  /** 64 bits in hex: names a thing without telling what it is. */
  String fingerprint(String purpose, String what) {
    return java.util.HexFormat.of().formatHex(mac(purpose, what), 0, 8);
  }

  byte[] mac(String purpose, String what) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(what.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
    }
  }
}
