package nl.aanspreekpunt.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import nl.aanspreekpunt.inbox.email.Pem;
import nl.aanspreekpunt.outbox.Delivery.Outcome;
import nl.aanspreekpunt.outbox.EmailSender.Tls;
import nl.aanspreekpunt.outbox.Notice.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subethamail.smtp.AuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.auth.PlainAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.UsernamePasswordValidator;
import org.subethamail.smtp.server.SMTPServer;

/** A relay that asks who we are, and shows who it is: real servers, real TLS. */
class RelayLoginTest {
  private static final String USER = "aanspreekpunt";
  private static final String PASSWORD = "hunter2 é";
  private static Vertx vertx;
  private static Pem localhost;
  private static Pem elsewhere;

  private final List<String> arrived = new CopyOnWriteArrayList<>();
  private final List<String> logins = new CopyOnWriteArrayList<>();
  private SMTPServer relay;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    vertx = Vertx.vertx();
    localhost = Pem.of(folder, "localhost");
    elsewhere = Pem.of(folder, "elders.example");
  }

  @AfterAll
  static void stop() {
    await(vertx.close());
  }

  @AfterEach
  void close() {
    if (relay != null) {
      relay.stop();
    }
  }

  @ParameterizedTest
  @CsvSource({"right, SENT", "wrong, RETRY"})
  void aMailServerThatKnowsTheLoginTakesTheLetter(String password, Outcome outcome) {
    GreenMail sink = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    sink.setUser("hub@voorbeeldstad.example", "hub", "right");
    sink.start();
    try {
      Delivery delivery = send(relay(sink.getSmtp().getPort(), "hub", password, Tls.OFF, null));

      assertThat(delivery.outcome()).as(delivery.toString()).isEqualTo(outcome);
      assertThat(sink.getReceivedMessages()).hasSize(outcome == Outcome.SENT ? 1 : 0);
      assertThat(delivery.toString()).doesNotContain("right", "wrong");
    } finally {
      sink.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PLAIN", "LOGIN"})
  void eitherWayOfLoggingInThatARelayOffersIsTaken(String way) {
    relay = started(SMTPServer.port(0).requireAuth().authenticationHandlerFactory(asking(way)));

    assertThat(send(relay(relay.getPortAllocated(), USER, PASSWORD, Tls.OFF, null)).outcome())
        .isEqualTo(Outcome.SENT);
    assertThat(logins).containsExactly(USER);
    Delivery without = send(relay(relay.getPortAllocated(), null, null, Tls.OFF, null));
    assertThat(without.outcome()).as(without.toString()).isEqualTo(Outcome.RETRY);
    assertThat(arrived).hasSize(1);
  }

  /** Who closes first is a race: many tries meet it. */
  @Test
  void aRelayThatHangsUpFirstIsClosedWithoutComplaint() {
    for (int i = 0; i < 40; i++) {
      relay = started(SMTPServer.port(0));
      EmailSender sender =
          new EmailSender(
              vertx, relay(relay.getPortAllocated(), null, null, Tls.OFF, null), 1, Town.letters());
      Delivery delivery =
          await(sender.send(Town.email("a", Kind.ACKNOWLEDGEMENT), false, () -> true));
      assertThat(delivery.outcome()).as(delivery.toString()).isEqualTo(Outcome.SENT);

      Future<Void> hungUp = vertx.executeBlocking(() -> stopped(relay), false);
      await(sender.close());
      await(hungUp);
    }
  }

  private static Void stopped(SMTPServer server) {
    server.stop();
    return null;
  }

  /** What is not checked: no login, nothing to check it against, and TLS optional. */
  @ParameterizedTest
  @CsvSource({
    "OFF, , , SENT, false",
    "OPTIONAL, , , SENT, true",
    "OPTIONAL, localhost, , SENT, true",
    "OPTIONAL, elders.example, , RETRY, false",
    "OPTIONAL, , login, RETRY, false",
    "OPTIONAL, localhost, login, SENT, true",
    "REQUIRED, , , RETRY, false",
    "REQUIRED, localhost, , SENT, true",
    "REQUIRED, elders.example, login, RETRY, false",
  })
  void aRelayThatOffersTlsIsCheckedUnlessNothingDependsOnIt(
      Tls tls, String trusted, String login, Outcome outcome, boolean secured) {
    relay =
        started(
            tls(localhost)
                .requireTLS(secured)
                .showAuthCapabilitiesBeforeSTARTTLS(true)
                .authenticationHandlerFactory(asking("PLAIN")));
    Path ca =
        trusted == null
            ? null
            : (trusted.equals("localhost") ? localhost : elsewhere).certificate();
    String user = login == null ? null : USER;

    Delivery delivery =
        send(relay(relay.getPortAllocated(), user, user == null ? null : PASSWORD, tls, ca));

    assertThat(delivery.outcome()).as(delivery.toString()).isEqualTo(outcome);
    if (outcome == Outcome.SENT) {
      assertThat(arrived).as("a server that takes nothing in clear").hasSize(1);
    } else {
      assertThat(arrived).isEmpty();
      assertThat(logins).as("no password to whom is not known").isEmpty();
      assertThat(delivery.detail()).isEqualTo("relay:not-trusted");
    }
  }

  @Test
  void aCertificateForAnotherNameIsNotTrustedAlthoughItsAuthorityIs() {
    relay = started(tls(elsewhere));

    Delivery delivery =
        send(relay(relay.getPortAllocated(), null, null, Tls.REQUIRED, elsewhere.certificate()));

    assertThat(delivery.outcome()).isEqualTo(Outcome.RETRY);
    assertThat(arrived).isEmpty();
  }

  @Test
  void aRelayThatOffersNoTlsGetsNothingWhenTlsIsRequired() {
    relay = started(SMTPServer.port(0));

    Delivery delivery = send(relay(relay.getPortAllocated(), null, null, Tls.REQUIRED, null));

    assertThat(delivery.outcome()).isEqualTo(Outcome.RETRY);
    assertThat(delivery.detail()).isEqualTo("relay:no-tls");
    assertThat(arrived).isEmpty();
    assertThat(send(relay(relay.getPortAllocated(), null, null, Tls.OPTIONAL, null)).outcome())
        .isEqualTo(Outcome.SENT);
  }

  private static SMTPServer.Builder tls(Pem pem) {
    return SMTPServer.port(0).enableTLS().startTlsSocketFactory(pem.serving());
  }

  private SMTPServer started(SMTPServer.Builder builder) {
    SMTPServer server =
        builder
            .bindAddress(InetAddress.getLoopbackAddress())
            .messageHandler((context, from, to, data) -> arrived.add(to))
            .build();
    server.start();
    return server;
  }

  private AuthenticationHandlerFactory asking(String way) {
    UsernamePasswordValidator validator =
        (user, password, context) -> {
          logins.add(user);
          if (!user.equals(USER) || !password.equals(PASSWORD)) {
            throw new LoginFailedException();
          }
        };
    return way.equals("PLAIN")
        ? new PlainAuthenticationHandlerFactory(validator)
        : new LoginAuthenticationHandlerFactory(validator);
  }

  private static EmailSender.Relay relay(
      int port, String username, String password, Tls tls, Path ca) {
    return new EmailSender.Relay(
        "localhost",
        port,
        username,
        password,
        tls,
        ca,
        Duration.ofSeconds(10),
        "hub.voorbeeldstad.example");
  }

  private static Delivery send(EmailSender.Relay relay) {
    EmailSender sender = new EmailSender(vertx, relay, 1, Town.letters());
    try {
      return await(sender.send(Town.email("a", Kind.ACKNOWLEDGEMENT), false, () -> true));
    } finally {
      await(sender.close());
    }
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
