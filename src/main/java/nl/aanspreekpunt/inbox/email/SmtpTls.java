package nl.aanspreekpunt.inbox.email;

import io.vertx.core.Vertx;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** The server's side of STARTTLS, TLS 1.2 or 1.3 (RFC 9325, section 3.1.1). */
final class SmtpTls {
  private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};
  private static final char[] IN_MEMORY = {};

  private final SSLContext context;

  private SmtpTls(SSLContext context) {
    this.context = context;
  }

  /**
   * With the configured certificate, else with one made now.
   *
   * @throws SmtpRefused when the certificate cannot be used, in one line for people
   */
  static SmtpTls of(Vertx vertx, SmtpSettings settings, Instant now) throws SmtpRefused {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      KeyManagerFactory keys =
          settings.certificate() == null
              ? selfSigned(settings.domains().get(0), now)
              : configured(vertx, settings);
      context.init(keys.getKeyManagers(), null, null);
      return new SmtpTls(context);
    } catch (Exception e) {
      throw new SmtpRefused(
          "smtp.tls.certificate "
              + settings.certificate()
              + " with smtp.tls.key "
              + settings.key()
              + " cannot be used: "
              + e.getMessage(),
          e);
    }
  }

  private static KeyManagerFactory configured(Vertx vertx, SmtpSettings settings) throws Exception {
    return new PemKeyCertOptions()
        .setCertPath(settings.certificate().toString())
        .setKeyPath(settings.key().toString())
        .getKeyManagerFactory(vertx);
  }

  private static KeyManagerFactory selfSigned(String host, Instant now)
      throws GeneralSecurityException, IOException {
    SelfSigned made = SelfSigned.of(host, now);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, IN_MEMORY);
    store.setKeyEntry(
        "smtp", made.keys().getPrivate(), IN_MEMORY, new Certificate[] {made.certificate()});
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, IN_MEMORY);
    return keys;
  }

  /** Made as the server's side: unlike the library's own, it never asks DNS for the peer's name. */
  SSLSocket around(Socket socket) throws IOException {
    SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(socket, null, true);
    secured.setEnabledProtocols(VERSIONS);
    return secured;
  }
}
