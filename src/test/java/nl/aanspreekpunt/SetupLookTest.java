package nl.aanspreekpunt;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.setup.problems.Problem;
import nl.aanspreekpunt.setup.problems.Problem.What;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What is wrong with a real hub is found, with its own DNS, files and mailboxes. */
class SetupLookTest {
  private static final String DOMAIN = "voorbeeldstad.example";
  private static final String PAGE = "/werk/beheer/problemen";

  @Test
  void dnsIsAskedWhenThePageIsOpenedAndThenNotForTenMinutesUnlessSomebodySaysSo(
      @TempDir Path folder) throws Exception {
    KeyPair keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    Path file = pem(folder, keys);
    String published = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    try (NameServer dns = new NameServer();
        Workplace hub = signing(dns, file)) {
      Visitor thomas = Visitor.loggedIn(hub, "thomas.bakker");
      thomas.get("/werk/beheer");
      assertThat(dns.asked()).isZero();
      assertThat(thomas.get(PAGE).body())
          .contains("geen mailserver (MX) voor " + DOMAIN, "geen SPF", "geen DMARC")
          .contains("hub._domainkey." + DOMAIN + " TXT")
          .contains("p=" + published);
      int asked = dns.asked();
      assertThat(asked).isPositive();

      dns.mail(DOMAIN, "mx." + DOMAIN)
          .says(DOMAIN, "v=spf1 mx -all")
          .says("_dmarc." + DOMAIN, "v=DMARC1; p=reject")
          .says("hub._domainkey." + DOMAIN, "v=DKIM1; k=rsa; p=" + published);
      hub.clock.forward(Duration.ofMinutes(9));
      assertThat(thomas.get(PAGE).body()).contains("geen SPF");
      assertThat(dns.asked()).isEqualTo(asked);
      assertThat(thomas.post(PAGE, Map.of()).status()).isEqualTo(303);
      assertThat(thomas.get(PAGE).body()).doesNotContain("SPF", "DMARC", "DKIM", "MX");

      dns.says("hub._domainkey." + DOMAIN, "v=DKIM1; k=rsa; p=AAAA");
      Files.delete(file);
      hub.clock.forward(Duration.ofMinutes(11));
      assertThat(thomas.get(PAGE).body()).contains("met de sleutel voor hub._domainkey");
    }
  }

  @Test
  void aDnsThatIsSilentIsSaidAndHoldsThePageUpForSecondsAtMost(@TempDir Path folder)
      throws Exception {
    KeyPair keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    try (NameServer dns = new NameServer();
        Workplace hub = signing(dns, pem(folder, keys))) {
      dns.silent(true);
      Visitor thomas = Visitor.loggedIn(hub, "thomas.bakker");
      assertThat(thomas.get(PAGE).body())
          .contains("DNS antwoordde niet over " + DOMAIN)
          .doesNotContain("geen SPF");
    }
  }

  @Test
  void whatWaitsIsCountedAndHowManyProblemsPressStandsBesideBeheer() {
    try (Workplace hub = new Workplace()) {
      hub.question("ans@elders.example", "Ans", "Huur", "Te hoog.", "huur-en-onderhoud");
      Visitor thomas = Visitor.loggedIn(hub, "thomas.bakker");
      String page = thomas.get(PAGE).body();
      assertThat(page)
          .contains("er wacht mail: 1, sinds", "Vul relay.host in")
          .contains("Het webadres http://127.0.0.1", "Inwoners merken het nu")
          .contains("DNS is niet gevraagd")
          .doesNotContain("ans@elders.example");
      long pressing =
          looked(hub).stream().filter(one -> one.gravity() != Problem.Gravity.BETTER).count();
      assertThat(thomas.get("/werk/beheer").body())
          .contains("Nu merkbaar of binnenkort: " + pressing);
      assertThat(thomas.get(PAGE + "?taal=en").body())
          .contains("mail waits: 1, since", "How to mend it:");
    }
  }

  @Test
  void aFileThatDiffersOrIsWrongAndAMailboxThatIsNotThereAreFound() throws Exception {
    int nobody = FreePort.on("127.0.0.1");
    Map<String, String> post =
        Map.of(
            "imap.mailboxes", "post",
            "imap.post.host", "127.0.0.1",
            "imap.post.port", String.valueOf(nobody),
            "imap.post.username", "post",
            "imap.post.password", "heel geheim");
    try (Workplace hub = new Workplace(Workplace.oneForEachTopic(), post)) {
      Until.until("it was tried", () -> whats(hub).contains(What.MAILBOX_BROKE));
      assertThat(whats(hub)).doesNotContain(What.FILE_DIFFERS, What.FILE_WRONG);
      Files.writeString(
          hub.guide, Workplace.oneForEachTopic().replace("name: Wonen", "name: Huizen"));
      assertThat(whats(hub)).contains(What.FILE_DIFFERS);
      Files.writeString(hub.guide, "teams: 3");
      assertThat(whats(hub)).contains(What.FILE_WRONG);
      Visitor thomas = Visitor.loggedIn(hub, "thomas.bakker");
      assertThat(thomas.get(PAGE).body())
          .contains("Postvak post is sinds", "imap.post.port", "Het gidsbestand is niet te")
          .doesNotContain("heel geheim");
      assertThat(thomas.get("/werk/beheer/kanalen").body())
          .contains("de server antwoordt niet", "Kijk naar de naam, de poort en de firewall.");
    }
  }

  @Test
  void whatMattersIsALineInTheLogWithoutNamesAndWhatIsLoggedElsewhereIsNot() throws Exception {
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    try (Workplace hub = new Workplace()) {
      // Not before a hub is open: while another thread sets the logging up there is a stand-in.
      Logger log = (Logger) LoggerFactory.getLogger(SetupLook.class);
      log.addAppender(lines);
      Files.writeString(hub.guide, "teams: 3");
      await(new SetupLook(hub.hub, List::of).logged());
      log.detachAppender(lines);
    }
    assertThat(lines.list.stream().map(ILoggingEvent::getFormattedMessage))
        .contains(
            "no-relay: see /werk/beheer/problemen", "url-loopback: see /werk/beheer/problemen")
        .allMatch(line -> line.matches("[a-z-]+: see /werk/beheer/problemen"))
        .noneMatch(line -> line.startsWith("file-") || line.startsWith("no-deputy"));
  }

  @Test
  void eachDomainThatMailComesToIsAskedAbout() {
    try (NameServer dns = new NameServer();
        Workplace hub =
            new Workplace(
                Workplace.oneForEachTopic(),
                Map.of("smtp.dns", dns.address(), "mail.domain", DOMAIN + ", tweede." + DOMAIN))) {
      dns.mail(DOMAIN, "mx." + DOMAIN);
      Visitor thomas = Visitor.loggedIn(hub, "thomas.bakker");
      assertThat(thomas.get(PAGE).body())
          .contains("geen mailserver (MX) voor tweede." + DOMAIN)
          .doesNotContain("(MX) voor " + DOMAIN, "SPF");
    }
  }

  private static List<Problem> looked(Workplace hub) {
    return await(new SetupLook(hub.hub, hub.fetching()::states).now());
  }

  private static List<What> whats(Workplace hub) {
    return looked(hub).stream().map(Problem::what).toList();
  }

  private static Workplace signing(NameServer dns, Path key) {
    Map<String, String> more = new HashMap<>();
    more.put("smtp.dns", dns.address());
    more.put("relay.host", "127.0.0.1");
    more.put("relay.dkim.selector", "hub");
    more.put("relay.dkim.key", key.toString());
    return new Workplace(Workplace.oneForEachTopic(), more);
  }

  private static Path pem(Path folder, KeyPair keys) throws Exception {
    String base64 = Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded());
    return Files.writeString(
        folder.resolve("dkim.pem"),
        "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
  }
}
