package nl.aanspreekpunt.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.aanspreekpunt.outbox.Delivery.Outcome;
import nl.aanspreekpunt.outbox.Notice.Kind;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What leaves is signed: another program (Apache James) finds it whole, and finds what was changed.
 */
class SignedMailTest {
  private static final String DOMAIN = "voorbeeldstad.example";
  private static Vertx vertx;
  private static KeyPair keys;
  private static GreenMail sink;
  private static Dkim dkim;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    vertx = Vertx.vertx();
    keys = keys(2048);
    dkim = Dkim.read(pem(folder, "PRIVATE KEY", keys.getPrivate().getEncoded()), DOMAIN, "hub");
    sink = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    sink.start();
  }

  @AfterAll
  static void stop() {
    sink.stop();
    await(vertx.close());
  }

  private static KeyPair keys(int bits) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  private static Path pem(Path folder, String what, byte[] der) throws Exception {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return Files.writeString(
        Files.createTempFile(folder, "key", ".pem"),
        "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n");
  }

  /** Files of a letter, and what it quotes. */
  private record Going(List<File> files) implements Enclosures {
    @Override
    public Future<List<File>> of(Outgoing entry) {
      return Future.succeededFuture(files);
    }

    @Override
    public Future<Optional<Original>> original(Outgoing entry) {
      return Future.succeededFuture(
          Optional.of(new Original(Town.NOW, "Wanneer is er weer water?\n\n.punt  en  spaties ")));
    }
  }

  private static byte[] sent(Enclosures enclosures, Kind kind, String... facts) throws Exception {
    EmailSender sender =
        new EmailSender(
            vertx, relay(sink.getSmtp().getPort(), 10_000), 1, Town.letters(), enclosures, dkim);
    int before = sink.getReceivedMessages().length;
    try {
      Delivery delivery = await(sender.send(Town.email("a", kind, facts), false, () -> true));
      assertThat(delivery.outcome()).as(delivery.toString()).isEqualTo(Outcome.SENT);
    } finally {
      await(sender.close());
    }
    MimeMessage mail = sink.getReceivedMessages()[before];
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    mail.writeTo(raw);
    return raw.toByteArray();
  }

  private static EmailSender.Relay relay(int port, int timeout) {
    return new EmailSender.Relay(
        "127.0.0.1",
        port,
        null,
        null,
        EmailSender.Tls.OFF,
        null,
        Duration.ofMillis(timeout),
        "hub.voorbeeldstad.example");
  }

  private static List<SignatureRecord> verified(byte[] raw) throws Exception {
    PublicKeyRecordRetriever dns =
        (methods, selector, domain) -> {
          assertThat(selector + "._domainkey." + domain).isEqualTo("hub._domainkey." + DOMAIN);
          String key = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
          return List.of("v=DKIM1; k=rsa; p=" + key);
        };
    return new DKIMVerifier(dns).verify(new ByteArrayInputStream(raw));
  }

  @Test
  void aLetterWithPictureQuoteAndFilesIsSignedAsItLeaves() throws Exception {
    byte[] large = new byte[200_001];
    Arrays.fill(large, (byte) 'x');
    byte[] raw =
        sent(
            new Going(
                List.of(
                    new Enclosures.File("één.pdf", "application/pdf", Buffer.buffer(large)),
                    new Enclosures.File("b.txt", "text/plain", Buffer.buffer("twee\n")))),
            Kind.REPLY,
            "text",
            "Dag Jan,\n\n.begin met een punt\nRegels  met   spaties   \n" + "lang ".repeat(300));

    List<SignatureRecord> signatures = verified(raw);
    assertThat(signatures).hasSize(1);
    SignatureRecord signature = signatures.get(0);
    assertThat(signature.getDToken()).hasToString(DOMAIN);
    assertThat(
            signature.getHeaders().stream()
                .map(it -> it.toString().toLowerCase(Locale.ROOT))
                .toList())
        .contains("from", "to", "subject", "reply-to", "message-id", "content-type");
    assertThat(signature.getBodyHashLimit()).as("all of the body").isEqualTo(-1);
  }

  @Test
  void eachKindOfLetterIsSigned() throws Exception {
    for (Kind kind : List.of(Kind.ACKNOWLEDGEMENT, Kind.APPOINTMENT, Kind.LADDER)) {
      assertThat(verified(sent(Enclosures.NONE, kind))).as(kind.name()).hasSize(1);
    }
  }

  @Test
  void whatWasChangedOnTheWayIsFound() throws Exception {
    String raw = new String(sent(Enclosures.NONE, Kind.REPLY), StandardCharsets.ISO_8859_1);

    for (String changed :
        List.of(
            raw.replace("Morgen komt", "Nooit komt"),
            raw.replaceFirst("(?m)^Reply-To: .*$", "Reply-To: dief@elders.example"),
            raw.replaceFirst("(?m)^Subject: .*$", "Subject: Betaal nu"))) {
      assertThat(changed).isNotEqualTo(raw);
      assertThatThrownBy(() -> verified(changed.getBytes(StandardCharsets.ISO_8859_1)))
          .isInstanceOf(FailException.class);
    }
  }

  /** It is read as a whole before it is sent: what then cannot be known counts as perhaps sent. */
  @ParameterizedTest
  @CsvSource({
    "CONNECT, close, RETRY",
    "EHLO, close, RETRY",
    "MAIL, 451 later, RETRY",
    "RCPT, 550 no such user, REFUSED",
    "CONTENT, 552 too big, REFUSED",
    "CONTENT, close, UNKNOWN",
  })
  void whatTheRelayAnswersDecidesWhatBecomesOfASignedLetterToo(
      String command, String answer, Outcome outcome) {
    try (ScriptedRelay relay = new ScriptedRelay()) {
      relay.on(command, answer);
      EmailSender sender =
          new EmailSender(
              vertx, relay(relay.port(), 2_000), 1, Town.letters(), Enclosures.NONE, dkim);

      Delivery delivery = await(sender.send(Town.email("a", Kind.REPLY), false, () -> true));

      assertThat(delivery.outcome()).as(delivery.toString()).isEqualTo(outcome);
      await(sender.close());
    }
  }

  @Test
  void aClaimThatRanOutStopsASignedLetterToo() {
    try (ScriptedRelay relay = new ScriptedRelay()) {
      EmailSender sender =
          new EmailSender(
              vertx, relay(relay.port(), 2_000), 1, Town.letters(), Enclosures.NONE, dkim);

      Delivery delivery = await(sender.send(Town.email("a", Kind.REPLY), false, () -> false));

      assertThat(delivery.outcome()).as(delivery.toString()).isEqualTo(Outcome.RETRY);
      assertThat(relay.whole).isEmpty();
      await(sender.close());
    }
  }

  @Test
  void keysAsTheUsualToolsMakeThemAreReadAndOthersRefused(@TempDir Path folder) throws Exception {
    byte[] pkcs8 = keys.getPrivate().getEncoded();
    // PKCS#1 is what stands in it, behind 26 bytes.
    Path pkcs1 = pem(folder, "RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, 26, pkcs8.length));
    assertThat(Dkim.read(pkcs1, DOMAIN, "hub")).isEqualTo(dkim);
    assertThat(dkim.toString()).isEqualTo("Dkim[hub._domainkey.voorbeeldstad.example]");

    KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
    for (Path wrong :
        List.of(
            pem(folder, "PRIVATE KEY", keys(512).getPrivate().getEncoded()),
            pem(folder, "PRIVATE KEY", curve.generateKeyPair().getPrivate().getEncoded()),
            pem(folder, "CERTIFICATE", pkcs8))) {
      assertThatThrownBy(() -> Dkim.read(wrong, DOMAIN, "hub"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
