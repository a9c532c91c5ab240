package nl.aanspreekpunt.inbox.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import nl.aanspreekpunt.inbox.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** STARTTLS with a certificate that is configured, or made at start. */
class SmtpTlsTest {
  private static final String HOST = "voorbeeldstad.example";

  /** A ClientHello of TLS 1.1 (RFC 4346, 7.4.1.2), as no Java makes any more. */
  private static final String TLS_1_1_HELLO =
      "160301002d" + "01000029" + "0302" + "00".repeat(32) + "00" + "0002c009" + "0100";

  /** The first byte of a TLS alert (RFC 8446, 5.1). */
  private static final String ALERT = "\u0015";

  private static final Path SWAKS = Path.of("/usr/bin/swaks");

  @TempDir Path folder;

  private Pem pem() throws Exception {
    return Pem.of(folder, HOST);
  }

  @Test
  void theConfiguredCertificateIsShownAndHoldsForWhoTrustsIt() throws Exception {
    Pem pem = pem();
    try (Listening hub = new Listening(Listening.LIMITS, pem.certificate(), pem.key());
        SmtpDialogue smtp = hub.greeted()) {
      assertThat(smtp.says("STARTTLS")).startsWith("220");
      SSLSocket secured = smtp.secure(trusting(pem.made()), HOST);
      assertThat(secured.getSession().getPeerCertificates()).containsExactly(pem.made());
      assertThat(secured.getSession().getProtocol()).isEqualTo("TLSv1.3");
      smtp.says("EHLO client.example");
      assertThat(smtp.delivers("Subject: veilig\r\n\r\nHallo")).startsWith("250 2.0.0");
      assertThat(hub.inbox.only().recipients()).hasSize(1);
    }
  }

  private static SSLContext trusting(X509Certificate certificate) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("hub", certificate);
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  @Test
  void withoutOneACertificateForTheFirstDomainIsMade() throws Exception {
    try (Listening hub = new Listening();
        SmtpDialogue smtp = hub.greeted()) {
      smtp.says("STARTTLS");
      SSLSocket secured = smtp.secure();
      X509Certificate made = (X509Certificate) secured.getSession().getPeerCertificates()[0];
      assertThat(made.getSubjectX500Principal().getName()).isEqualTo("CN=" + HOST);
      made.verify(made.getPublicKey());
      made.checkValidity();
    }
  }

  @Test
  void oldVersionsOfTlsAreRefusedAndNothingGoesOnInClear() throws Exception {
    try (Listening hub = new Listening();
        SmtpDialogue smtp = hub.greeted()) {
      smtp.says("STARTTLS");
      smtp.send(HexFormat.of().parseHex(TLS_1_1_HELLO));
      assertThat(smtp.reply()).startsWith(ALERT).doesNotContain("250");
      assertThat(smtp.reply()).as("closed").isEmpty();
      assertThat(hub.inbox.receipts).isEmpty();
    }
  }

  @Test
  void aCertificateThatCannotBeUsedIsNamedInOneLine() throws Exception {
    Pem pem = pem();
    Path other = folder.resolve("other.key");
    Files.writeString(other, "no key");
    for (Path wrong : List.of(other, folder.resolve("missing.key"))) {
      assertThatThrownBy(() -> new Listening(Listening.LIMITS, pem.certificate(), wrong).close())
          .rootCause()
          .satisfies(refused -> assertThat(whole(refused)).isNotBlank())
          .extracting(Throwable::toString)
          .asString()
          .doesNotContain("\n");
      assertThatThrownBy(() -> new Listening(Listening.LIMITS, pem.certificate(), wrong).close())
          .hasStackTraceContaining("smtp.tls.certificate " + pem.certificate())
          .hasStackTraceContaining("smtp.tls.key " + wrong);
    }
  }

  private static String whole(Throwable refused) {
    return refused.getClass().getName() + refused.getMessage();
  }

  /** A mail program of another make, with OpenSSL: pipelined, eight bits, verified. */
  @Test
  void swaksDeliversOverVerifiedTls() throws Exception {
    assumeTrue(Files.isExecutable(SWAKS), "bin/test installs swaks");
    assumeTrue(run(List.of(SWAKS.toString(), "--support")).contains("=== TLS supported"));
    Pem pem = pem();
    try (Listening hub = new Listening(Listening.LIMITS, pem.certificate(), pem.key())) {
      String said =
          run(
              List.of(
                  SWAKS.toString(),
                  "--server",
                  "127.0.0.1",
                  "--port",
                  Integer.toString(hub.port),
                  "--tls",
                  "--tls-verify",
                  "--tls-ca-path",
                  pem.certificate().toString(),
                  "--tls-sni",
                  HOST,
                  "--pipeline",
                  "--from",
                  "eva@elders.example",
                  "--to",
                  "vraag@" + HOST + ",afval@" + HOST,
                  "--header",
                  "Subject: Één vraag",
                  "--body",
                  "Hallo. Één regel\n.\n..twee punten\n"));
      assertThat(said).contains("TLS started").contains("250 2.0.0");
      Receipt receipt = hub.inbox.only();
      assertThat(receipt.recipients()).containsExactly("vraag@" + HOST, "afval@" + HOST);
      assertThat(new String(receipt.raw(), UTF_8))
          .contains("Subject: Één vraag")
          .contains("\r\n.\r\n..twee punten\r\n");
    }
  }

  private static String run(List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
