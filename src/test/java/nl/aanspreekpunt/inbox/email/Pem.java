package nl.aanspreekpunt.inbox.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** PEM files of a certificate for a host, signed by itself. */
public record Pem(Path certificate, Path key, X509Certificate made, SSLContext serving) {
  private static final char[] IN_MEMORY = {};

  /** Written into a folder, under the host's name. */
  public static Pem of(Path folder, String host) throws Exception {
    SelfSigned made = SelfSigned.of(host, Instant.now());
    Path certificate = folder.resolve(host + ".crt");
    Path key = folder.resolve(host + ".key");
    Files.writeString(certificate, armoured("CERTIFICATE", made.certificate().getEncoded()));
    Files.writeString(key, armoured("PRIVATE KEY", made.keys().getPrivate().getEncoded()));
    return new Pem(certificate, key, made.certificate(), serving(made));
  }

  private static String armoured(String what, byte[] der) {
    String body = Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(der);
    return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
  }

  /** For a server that shows it. */
  private static SSLContext serving(SelfSigned made) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    Certificate[] chain = {made.certificate()};
    store.setKeyEntry("server", made.keys().getPrivate(), IN_MEMORY, chain);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, IN_MEMORY);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}
