package nl.aanspreekpunt;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.operations.Measures;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.setup.channels.ChannelTest;
import nl.aanspreekpunt.setup.channels.ChannelTest.Kind;
import nl.aanspreekpunt.setup.channels.Testing;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.Test;

/**
 * A test that comes back in is known, once, on whichever node; whatever only looks like one is a
 * question of somebody.
 */
class ChannelTestsTest {
  private static final String THOMAS = "thomas.bakker";
  private static final String ADDRESS = "vraag@voorbeeldstad.example";

  @Test
  void aTestThatComesBackOverSmtpIsNobodysQuestionAndIsNotAnswered() {
    try (Workplace hub = itsOwnRelay()) {
      Visitor thomas = Visitor.loggedIn(hub, THOMAS);
      String page = asked(thomas, Map.of("what", "round", "to", ADDRESS));
      assertThat(thomas.get(page).body()).contains("Onderweg", "every 2s", "Kijk opnieuw");
      hub.dispatch();
      Testing.Shown shown = cameIn(hub, page);
      assertThat(shown.test().way()).isEqualTo("smtp");
      assertThat(thomas.get(page).body())
          .contains("Het werkt: de mail ging weg en kwam weer binnen.", "rechtstreeks (SMTP)")
          .contains("Aangenomen door de mailserver", "Over de afzender is niets gezegd.")
          .doesNotContain("hx-get=\"/werk/beheer/kanalen/proef");
      Receipt receipt = ended(hub, shown.test().receipt());
      assertThat(receipt.state()).isEqualTo(Receipt.State.NOTED);
      assertThat(receipt.caseNumber()).isNull();
      hub.tick();
      assertThat(await(hub.outbox.list(null, null, 10))).hasSize(1);
      await(hub.hub.inbox.process(receipt));
      assertThat(ended(hub, receipt.id()).state()).isEqualTo(Receipt.State.NOTED);
    }
  }

  @Test
  void aTestThatComesToAMailboxSaysWhichOne() {
    GreenMail server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            });
    server.start();
    server.setUser(ADDRESS, "post", "geheim");
    Map<String, String> more = new HashMap<>(relay(server.getSmtp().getPort()));
    more.putAll(
        Map.of(
            "imap.mailboxes", "post",
            "imap.post.host", "127.0.0.1",
            "imap.post.port", String.valueOf(server.getImap().getPort()),
            "imap.post.tls", "off",
            "imap.post.poll", "PT1S",
            "imap.post.username", "post",
            "imap.post.password", "geheim"));
    try (Workplace hub = new Workplace(Workplace.oneForEachTopic(), more)) {
      Visitor thomas = Visitor.loggedIn(hub, THOMAS);
      String page = asked(thomas, Map.of("what", "round", "to", ADDRESS));
      hub.dispatch();
      assertThat(cameIn(hub, page).test().way()).isEqualTo("post");
      assertThat(thomas.get(page).body()).contains("uit postvak post");
      assertThat(thomas.get("/werk/beheer/kanalen").body())
          .contains("Postvak post (IMAP)", "Proef van " + ADDRESS)
          .doesNotContain("geheim");
    } finally {
      server.stop();
    }
  }

  @Test
  void aTestThatWasSentByOneNodeIsKnownByAnother() throws Exception {
    int port = FreePort.on("127.0.0.1");
    try (Workplace one = new Workplace(Workplace.oneForEachTopic(), relay(port))) {
      Vertx vertx = Vertx.vertx();
      Services other = beside(one, vertx, port);
      try {
        Visitor thomas = Visitor.loggedIn(one, THOMAS);
        String page = asked(thomas, Map.of("what", "round", "to", ADDRESS));
        one.dispatch();
        cameIn(one, page);
        assertThat(thomas.get(page).body()).contains("Het werkt");
      } finally {
        await(other.finish());
        await(vertx.close());
      }
    }
  }

  private static Services beside(Workplace one, Vertx vertx, int smtpPort) throws Exception {
    Map<String, String> settings = new HashMap<>();
    settings.put("data.dir", Files.createTempDirectory("node").toString());
    settings.put("directory.file", one.guide.toString());
    settings.put("smtp.port", String.valueOf(smtpPort));
    int http = FreePort.on("127.0.0.1");
    Hub hub =
        await(
            Hub.open(
                vertx,
                Config.of(settings),
                one.clock,
                "http://127.0.0.1:" + http,
                new Measures(),
                one.store));
    Services services = new Services(hub, http);
    await(services.listen());
    return services;
  }

  @Test
  void whatIsForgedOldOrUsedIsAQuestionAsAnyIs() {
    try (Workplace hub = itsOwnRelay()) {
      String forged = "[proef r123-1 1aaaaaaaaaaaaaaaa]";
      assertThat(question(hub, forged, "forged").open()).isTrue();

      ChannelTest old = test(hub, Kind.ROUND, ADDRESS);
      hub.clock.forward(Duration.ofDays(7).plusMinutes(1));
      assertThat(question(hub, name(hub, old), "old").open()).isTrue();
      assertThat(shown(hub, old.id()).test().cameAt()).isNull();
      hub.dispatch();
      assertThat(shown(hub, old.id()).entry().state()).isEqualTo(Outgoing.State.WITHHELD);

      ChannelTest used = test(hub, Kind.ROUND, ADDRESS);
      hub.dispatch();
      Until.until("it came in", () -> shown(hub, used.id()).test().cameAt() != null);
      assertThat(question(hub, name(hub, used), "replayed").open()).isTrue();
    }
  }

  @Test
  void aTestThatAServerLetWaitIsNobodysQuestionAndSaidToBeLate() {
    try (Workplace hub = itsOwnRelay()) {
      ChannelTest test = test(hub, Kind.ROUND, ADDRESS);
      // It left in its last minute, and was let in at the second try.
      hub.clock.forward(Duration.ofMinutes(75));
      String late = hub.accepted(own(hub), mail(own(hub), name(hub, test), "late", ""));
      assertThat(ended(hub, late).state()).isEqualTo(Receipt.State.NOTED);
      assertThat(ended(hub, late).caseNumber()).isNull();
      assertThat(shown(hub, test.id()).test().receipt()).isEqualTo(late);
      Visitor thomas = Visitor.loggedIn(hub, THOMAS);
      assertThat(thomas.get("/werk/beheer/kanalen/proef/" + test.id()).body())
          .contains("deed er meer dan een uur over");
    }
  }

  @Test
  void whoAnswersATestPassesItOnOrSendsItBackHasNotBroughtIt() {
    try (Workplace hub = itsOwnRelay()) {
      ChannelTest test = test(hub, Kind.ROUND, ADDRESS);
      String name = name(hub, test);
      String answers = "In-Reply-To: <iets@elders.example>\n";
      for (String mail :
          List.of(
              mail(own(hub), "Re: " + name, "answer", answers),
              mail(own(hub), "Fwd: " + name, "forward", ""),
              mail("ans@elders.example", name, "copied", ""),
              mail("beheer@elders.example", "Niet bezorgd: " + name, "returned", ""))) {
        assertThat(hub.mail("ans@elders.example", mail).open()).isTrue();
        assertThat(shown(hub, test.id()).test().cameAt()).as(mail).isNull();
      }
    }
  }

  @Test
  void noMoreTextMessagesGoInAnHourThanMayHoweverManyAskAtOnce() {
    Map<String, String> twilio =
        Map.of("twilio.account-sid", "AC1", "twilio.auth-token", "t", "twilio.from", "+3197010");
    try (Workplace hub = new Workplace(Workplace.oneForEachTopic(), twilio)) {
      List<Future<Testing.Asked>> all =
          IntStream.range(0, 30)
              .mapToObj(i -> hub.hub.testing.ask(Kind.SMS, "06 12345678", THOMAS, "nl"))
              .toList();
      assertThat(all.stream().map(Workplace::await))
          .filteredOn(one -> one instanceof Testing.Asked.UnderWay)
          .hasSize(Kind.SMS.anHour());
      assertThat(await(hub.outbox.list(null, null, 100))).hasSize(Kind.SMS.anHour());
      Visitor thomas = Visitor.loggedIn(hub, THOMAS);
      assertThat(send(thomas, Map.of("what", "sms", "to", "0612345678")).body())
          .contains("Er gingen dit uur al 5 proeven", "value=\"0612345678\"");
      hub.clock.forward(Duration.ofHours(1));
      test(hub, Kind.SMS, "0612345678");
    }
  }

  @Test
  void onlyWhatCanBeTestedIsSent() {
    Map<String, String> twilio =
        Map.of("twilio.account-sid", "AC1", "twilio.auth-token", "t", "twilio.from", "+3197010");
    try (Workplace hub = new Workplace(Workplace.oneForEachTopic(), twilio)) {
      Visitor thomas = Visitor.loggedIn(hub, THOMAS);
      assertThat(refused(thomas, "sms", "020 1234567")).contains("Vul een mobiel nummer in");
      assertThat(refused(thomas, "sms", "+37120000000")).contains("gaan geen sms’en");
      assertThat(refused(thomas, "sms", "\"><b>")).contains("Vul een mobiel nummer in");
      assertThat(refused(thomas, "round", ADDRESS)).contains("vul eerst relay.host in");
      assertThat(send(thomas, Map.of("what", "fax", "to", "1")).status()).isEqualTo(400);
      assertThat(await(hub.outbox.list(null, null, 10))).isEmpty();
    }
    try (Workplace hub = itsOwnRelay()) {
      Visitor thomas = Visitor.loggedIn(hub, THOMAS);
      assertThat(refused(thomas, "round", "iemand@elders.example")).contains("domein van de hub");
      assertThat(refused(thomas, "sms", "0612345678")).contains("geen sms-aanbieder");
      Visitor samira = Visitor.loggedIn(hub, "samira.elamrani");
      samira.get("/werk");
      assertThat(samira.post("/werk/beheer/kanalen/proef", Map.of("what", "relay")).status())
          .isEqualTo(403);
      assertThat(samira.get("/werk/beheer/kanalen").status()).isEqualTo(403);
      assertThat(samira.get("/werk/beheer/problemen").status()).isEqualTo(403);
      assertThat(await(hub.outbox.list(null, null, 10))).isEmpty();
    }
  }

  @Test
  void aRelayThatIsNotThereIsSaidWithWhatToLookAt() throws Exception {
    int nobody = FreePort.on("127.0.0.1");
    try (Workplace hub = new Workplace(Workplace.oneForEachTopic(), relay(nobody))) {
      Visitor thomas = Visitor.loggedIn(hub, THOMAS);
      String page = asked(thomas, Map.of("what", "relay"));
      hub.dispatch();
      assertThat(thomas.get(page).body()).contains("Onderweg", "Nog niet gelukt");
      hub.clock.forward(Duration.ofSeconds(61));
      assertThat(thomas.get(page).body())
          .contains("na een minuut nog niet weg", "Kan de hub de server van relay.host bereiken");
      assertThat(thomas.get("/werk/beheer/kanalen").body()).contains("Laatst mislukt");
      assertThat(thomas.get("/werk/beheer/problemen").body())
          .contains("De mailserver neemt sinds", "Stuur daarna een proefmail");
      hub.clock.forward(Duration.ofMinutes(10));
      assertThat(thomas.get(page).body()).doesNotContain("hx-get=\"/werk/beheer");
    }
  }

  private static Map<String, String> relay(int port) {
    return Map.of(
        "relay.host", "127.0.0.1", "relay.port", String.valueOf(port), "relay.tls", "off");
  }

  private static Workplace itsOwnRelay() {
    try {
      int port = FreePort.on("127.0.0.1");
      Map<String, String> more = new HashMap<>(relay(port));
      more.put("smtp.port", String.valueOf(port));
      return new Workplace(Workplace.oneForEachTopic(), more);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Visitor.Answer send(Visitor who, Map<String, String> fields) {
    who.get("/werk/beheer/kanalen");
    return who.post("/werk/beheer/kanalen/proef", fields);
  }

  private static String refused(Visitor who, String what, String to) {
    Visitor.Answer answer = send(who, Map.of("what", what, "to", to));
    assertThat(answer.status()).isEqualTo(422);
    return answer.body();
  }

  private static String asked(Visitor who, Map<String, String> fields) {
    Visitor.Answer answer = send(who, fields);
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    return answer.location();
  }

  private static ChannelTest test(Workplace hub, Kind kind, String to) {
    return ((Testing.Asked.UnderWay) await(hub.hub.testing.ask(kind, to, THOMAS, "nl"))).test();
  }

  private static Testing.Shown shown(Workplace hub, String id) {
    return await(hub.hub.testing.find(id)).orElseThrow();
  }

  private static Testing.Shown cameIn(Workplace hub, String page) {
    String id = page.substring(page.lastIndexOf('/') + 1);
    return Until.present(
        "it comes in",
        () -> await(hub.hub.testing.find(id)).filter(one -> one.test().cameAt() != null));
  }

  private static Receipt ended(Workplace hub, String receipt) {
    return Until.present(
        "it is done",
        () ->
            await(hub.receipts.find(receipt)).filter(one -> one.state() != Receipt.State.RECEIVED));
  }

  private static String name(Workplace hub, ChannelTest test) {
    return await(hub.outbox.find(test.entry())).orElseThrow().notice().facts().get("name");
  }

  private static Case question(Workplace hub, String subject, String id) {
    return hub.mail("ans@elders.example", mail(own(hub), subject, id, ""));
  }

  /** Whom a test is from. */
  private static String own(Workplace hub) {
    return hub.tokens.replyAddress(null, "");
  }

  private static String mail(String from, String subject, String id, String more) {
    return "From: Ans <"
        + from
        + ">\nTo: "
        + ADDRESS
        + "\nSubject: "
        + subject
        + "\nMessage-ID: <"
        + id
        + "@elders.example>\n"
        + more
        + "\nMijn kraan lekt: "
        + id
        + ".\n";
  }
}
