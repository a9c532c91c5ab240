package nl.aanspreekpunt.inbox.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import nl.aanspreekpunt.NameServer;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/**
 * What one mail may cost at the border: its sender chooses which names are asked for, how many, and
 * how slowly they answer.
 */
class BorderCheckTest {
  private static final BorderCheck.Wire WIRE =
      new BorderCheck.Wire("192.0.2.1", "pc.elders.example", "");

  private static long in(Duration some) {
    return System.nanoTime() + some.toNanos();
  }

  private static List<Authentication.Finding> findings(NameServer dns, String raw) {
    return BorderCheck.asking(dns.address())
        .findings(
            raw.getBytes(StandardCharsets.US_ASCII),
            WIRE,
            "elders.example",
            in(Duration.ofSeconds(30)));
  }

  @Test
  void aMailWithHundredsOfSignaturesHasTenOfThemLookedAt() {
    StringBuilder raw = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      raw.append("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=d")
          .append(i)
          .append(".elders.example; s=s; h=from; bh=AAAA; b=AAAA\r\n");
    }
    raw.append("From: a@elders.example\r\n\r\nDag\r\n");
    try (NameServer dns = new NameServer()) {
      assertThat(findings(dns, raw.toString()))
          .extracting(Authentication.Finding::result)
          .doesNotContain("pass");
      assertThat(dns.asked()).as("questions, with those of SPF and DMARC").isBetween(10, 16);
    }
  }

  @Test
  void afterItsTimeAndBeyondItsNumberNothingMoreIsAsked() throws Exception {
    try (NameServer dns = new NameServer()) {
      SimpleResolver server = new SimpleResolver("127.0.0.1");
      server.setPort(Integer.parseInt(dns.address().substring("127.0.0.1:".length())));
      Message question =
          Message.newQuery(Record.newRecord(Name.fromString("x.example."), Type.TXT, DClass.IN));

      Questions over = new Questions(server, 5, in(Duration.ofSeconds(-1)));
      assertThatThrownBy(() -> over.send(question)).isInstanceOf(IOException.class);
      assertThat(over.sendAsync(question).toCompletableFuture()).isCompletedExceptionally();
      assertThat(dns.asked()).isZero();

      Questions two = new Questions(server, 2, in(Duration.ofSeconds(30)));
      two.send(question);
      two.send(question);
      assertThatThrownBy(() -> two.send(question)).isInstanceOf(IOException.class);
      assertThat(dns.asked()).isEqualTo(2);
    }
  }
}
