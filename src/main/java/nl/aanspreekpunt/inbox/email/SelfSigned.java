package nl.aanspreekpunt.inbox.email;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A certificate made at start for opportunistic TLS, when none is configured. Java has no public
 * way to make one, so it is written here in DER (RFC 5280, section 4.1): version 3, ECDSA on P-256
 * with SHA-256, one DNS name, valid from a day before to ten years after.
 */
record SelfSigned(KeyPair keys, X509Certificate certificate) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final long DAY = 86_400;

  private static final byte[] ECDSA_WITH_SHA256 =
      sequence(oid(0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02));
  private static final byte[] COMMON_NAME = oid(0x55, 0x04, 0x03);
  private static final byte[] SUBJECT_ALT_NAME = oid(0x55, 0x1D, 0x11);

  static SelfSigned of(String host, Instant now) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair keys = generator.generateKeyPair();
    byte[] name = host.getBytes(StandardCharsets.US_ASCII);
    byte[] named = sequence(tag(0x31, sequence(COMMON_NAME, tag(0x0C, name))));
    byte[] body =
        sequence(
            tag(0xA0, tag(0x02, new byte[] {2})),
            tag(0x02, new BigInteger(64, new SecureRandom()).toByteArray()),
            ECDSA_WITH_SHA256,
            named,
            sequence(time(now.minusSeconds(DAY)), time(now.plusSeconds(3650 * DAY))),
            named,
            keys.getPublic().getEncoded(),
            tag(0xA3, sequence(sequence(SUBJECT_ALT_NAME, tag(0x04, sequence(tag(0x82, name)))))));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(body);
    byte[] signed = tag(0x03, new byte[] {0}, signature.sign());
    byte[] certificate = sequence(body, ECDSA_WITH_SHA256, signed);
    return new SelfSigned(
        keys,
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificate)));
  }

  private static byte[] time(Instant instant) {
    return tag(0x18, TIME.format(instant).getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] oid(int... bytes) {
    byte[] encoded = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      encoded[i] = (byte) bytes[i];
    }
    return tag(0x06, encoded);
  }

  private static byte[] sequence(byte[]... parts) {
    return tag(0x30, parts);
  }

  private static byte[] tag(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int length = content.size();
    if (length > 0xFF) {
      out.write(0x82);
      out.write(length >> 8);
    } else if (length > 0x7F) {
      out.write(0x81);
    }
    out.write(length);
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }
}
