package nl.aanspreekpunt.outbox;

import io.vertx.ext.mail.CanonicalizationAlgorithm;
import io.vertx.ext.mail.DKIMSignAlgorithm;
import io.vertx.ext.mail.DKIMSignOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How mail is signed (RFC 6376): rsa-sha256, relaxed, all of the body. Who receives it finds the
 * public key at {@code <selector>._domainkey.<domain>}.
 *
 * @param domain the one that is written from
 * @param key PKCS#8 in base64, as the mail client takes it
 */
public record Dkim(String domain, String selector, String key) {
  /** RFC 8301, section 3.2: what is smaller is not believed. */
  private static final int SMALLEST = 1024;

  private static final int LARGEST_FILE = 64 * 1024;
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN (RSA )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END");

  /** Before a key in PKCS#1: version 0, rsaEncryption (RFC 5208, section 5; RFC 8017, A.1). */
  private static final byte[] RSA = {
    2,
    1,
    0,
    0x30,
    0x0D,
    6,
    9,
    0x2A,
    (byte) 0x86,
    0x48,
    (byte) 0x86,
    (byte) 0xF7,
    0x0D,
    1,
    1,
    1,
    5,
    0
  };

  /** Replies to it, what it is about and what it says of itself cannot be changed on the way. */
  private static final List<String> SIGNED =
      List.of(
          "From",
          "To",
          "Subject",
          "Date",
          "Message-ID",
          "Reply-To",
          "In-Reply-To",
          "References",
          "MIME-Version",
          "Content-Type",
          "Auto-Submitted");

  /**
   * Reads a PEM file, as {@code openssl genrsa} and opendkim-genkey make it.
   *
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException when there is no RSA key of 1024 bits or more in it
   */
  public static Dkim read(Path pem, String domain, String selector) throws IOException {
    Matcher found =
        PEM.matcher(Files.size(pem) > LARGEST_FILE ? "" : Files.readString(pem).strip());
    if (!found.find()) {
      throw new IllegalArgumentException("no private key");
    }
    byte[] der = Base64.getMimeDecoder().decode(found.group(2));
    byte[] whole = found.group(1) == null ? der : tagged(0x30, RSA, tagged(0x04, der));
    try {
      RSAPrivateCrtKey key =
          (RSAPrivateCrtKey)
              KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(whole));
      if (key.getModulus().bitLength() < SMALLEST) {
        throw new IllegalArgumentException("too small a key");
      }
      return new Dkim(domain, selector, Base64.getEncoder().encodeToString(whole));
    } catch (GeneralSecurityException | ClassCastException e) {
      throw new IllegalArgumentException("no RSA key", e);
    }
  }

  /** The public half, in base64 as it stands in DNS after {@code p=}. */
  public String published() {
    try {
      KeyFactory rsa = KeyFactory.getInstance("RSA");
      PKCS8EncodedKeySpec secret = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key));
      RSAPrivateCrtKey whole = (RSAPrivateCrtKey) rsa.generatePrivate(secret);
      RSAPublicKeySpec half = new RSAPublicKeySpec(whole.getModulus(), whole.getPublicExponent());
      return Base64.getEncoder().encodeToString(rsa.generatePublic(half).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("it was read as an RSA key", e);
    }
  }

  private static byte[] tagged(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(tag);
    int length = content.size();
    if (length > 0xFF) {
      all.write(0x82);
      all.write(length >> 8);
    } else if (length > 0x7F) {
      all.write(0x81);
    }
    all.write(length);
    all.writeBytes(content.toByteArray());
    return all.toByteArray();
  }

  DKIMSignOptions options() {
    return new DKIMSignOptions()
        .setPrivateKey(key)
        .setSignAlgo(DKIMSignAlgorithm.RSA_SHA256)
        .setHeaderCanonAlgo(CanonicalizationAlgorithm.RELAXED)
        .setBodyCanonAlgo(CanonicalizationAlgorithm.RELAXED)
        .setSignedHeaders(SIGNED)
        .setSdid(domain)
        .setSelector(selector);
  }

  @Override
  public String toString() {
    return "Dkim[" + selector + "._domainkey." + domain + "]";
  }
}
