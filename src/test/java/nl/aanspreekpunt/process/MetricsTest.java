package nl.aanspreekpunt.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.inbox.email.SmtpDialogue;
import nl.aanspreekpunt.outbox.ScriptedRelay;
import nl.aanspreekpunt.store.StoreFixture;
import nl.aanspreekpunt.twilio.TwilioStandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Some traffic, and some that is refused: each is counted under its name, and the log says nothing
 * of what was written or by whom.
 */
class MetricsTest {
  private static final String MAIL =
      String.join(
          "\r\n",
          "Authentication-Results: mx.voorbeeldstad.example; dmarc=fail",
          "From: Ans de Boer <ans@elders.example>",
          "Message-ID: <one@elders.example>",
          "Subject: Mijn huur",
          "",
          "Wat kan ik doen aan mijn geheime huur?");
  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{([a-zA-Z_]\\w*=\"([^\"\\\\]|\\\\.)*\",?)+})?"
              + " (NaN|[+-]Inf|-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?)");
  private static Vertx vertx;
  private static ScriptedRelay relay;
  private static TwilioStandIn twilio;
  private static RunningHub hub;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    relay = new ScriptedRelay().on("RCPT", "550 5.1.1 <ans@elders.example> is unknown here");
    twilio = new TwilioStandIn(vertx);
    Map<String, String> configuration = new HashMap<>();
    configuration.put("relay.host", "127.0.0.1");
    configuration.put("relay.port", Integer.toString(relay.port()));
    configuration.put("mail.trusted-authserv-id", "mx.voorbeeldstad.example");
    configuration.put("spam.filter", "true");
    configuration.putAll(twilio.configuration());
    hub = RunningHub.started(configuration);
  }

  @AfterAll
  static void stop() throws Exception {
    if (hub != null) {
      hub.close();
    }
    relay.close();
    twilio.close();
    StoreFixture.await(vertx.close());
  }

  @Test
  void whatPassesIsCountedUnderItsNameAndNotLogged() throws IOException {
    mailTwiceAndOnceElsewhere();
    textMessageSignedAndNot();
    JsonObject message =
        new JsonObject()
            .put("from", new JsonObject().put("email", "bea@elders.example"))
            .put("topic", "afval")
            .put("text", "Er ligt geheim afval.");
    hub.post("/messages", 202, message, "Idempotency-Key", "one");
    for (String citizen :
        new String[] {"ans@elders.example", "+31612345678", "bea@elders.example"}) {
      hub.caseOf(citizen);
    }
    shows("aanspreekpunt_received_total{channel=\"email\"}", 1);
    shows("aanspreekpunt_received_total{channel=\"sms\"}", 1);
    shows("aanspreekpunt_received_total{channel=\"api\"}", 1);
    shows("aanspreekpunt_duplicates_total{channel=\"email\"}", 1);
    shows("aanspreekpunt_routed_total{rule=\"topic\"}", 3);
    shows("aanspreekpunt_uncertain_total", 1);
    shows("aanspreekpunt_processing_seconds_count", 3);
    shows("aanspreekpunt_webhooks_refused_total", 1);
    shows("aanspreekpunt_smtp_refused_total{why=\"not_our_domain\"}", 1);
    shows("aanspreekpunt_promises{state=\"open\"}", 3);
    shows("aanspreekpunt_promises_turned_total{kind=\"answer\",state=\"open\"}", 3);
    shows("aanspreekpunt_outbox{state=\"sent\"}", 1);
    JsonObject bea = hub.caseOf("bea@elders.example");
    hub.post(
        "/cases/" + bea.getString("number") + "/replies",
        201,
        new JsonObject().put("text", "Wij halen het op."));
    shows("aanspreekpunt_promises_turned_total{kind=\"answer\",state=\"kept\"}", 1);

    // The relay did not take it: there is still something to be done.
    shows("aanspreekpunt_promises_turned_total{kind=\"answer\",state=\"open\"}", 4);
    try (SmtpDialogue smtp = SmtpDialogue.greeted(hub.smtpPort())) {
      assertThat(smtp.delivers("X-Spam-Flag: YES\r\n" + MAIL.replace("one@", "spam@")))
          .startsWith("250");
    }
    hub.to(RunningHub.MONDAY_TEN.plus(Duration.ofDays(7)));
    Until.until(
        "the oldest that may be spam waits a week",
        () ->
            hub.metrics()
                .lines()
                .anyMatch(one -> one.matches("aanspreekpunt_doubtful_oldest_seconds 60\\d{4}.*")));
    shows("aanspreekpunt_promises{state=\"overdue\"}", 3);
    shows("aanspreekpunt_promises{state=\"open\"}", 0);
    shows("aanspreekpunt_escalations_total{step=\"remind\"}", 3);
    shows("aanspreekpunt_escalations_total{step=\"act\"}", 3);
    everyLineIsAsPrometheusReadsIt(hub.metrics());
    assertThat(hub.log())
        .doesNotContain("geheim", "ans@", "bea@", "612345678", "Mijn huur", "Wij halen");
  }

  private static void mailTwiceAndOnceElsewhere() throws IOException {
    try (SmtpDialogue smtp = SmtpDialogue.greeted(hub.smtpPort())) {
      assertThat(smtp.delivers(MAIL)).startsWith("250");
      assertThat(smtp.delivers(MAIL)).startsWith("250");
      smtp.says("MAIL FROM:<ans@elders.example>");
      assertThat(smtp.says("RCPT TO:<iemand@elders.example>")).startsWith("550");
    }
  }

  private static void textMessageSignedAndNot() {
    String url = hub.url("/webhooks/twilio/sms");
    Map<String, String> sms =
        TwilioStandIn.sms("+31612345678", "SM1", "Mijn geheime huur is te hoog");
    assertThat(twilio.post(url, sms).statusCode()).isEqualTo(200);
    assertThat(twilio.call(url, "https://elders.example/", sms).statusCode()).isEqualTo(403);
  }

  private static void shows(String sample, int value) {
    String line = sample + " " + value + ".0";
    String whole = sample + " " + value;
    try {
      Until.until(
          line, () -> hub.metrics().lines().anyMatch(one -> one.equals(line) || one.equals(whole)));
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + " in\n" + hub.metrics() + hub.said(), e);
    }
  }

  /** https://prometheus.io/docs/instrumenting/exposition_formats/, text format 0.0.4. */
  private static void everyLineIsAsPrometheusReadsIt(String metrics) {
    assertThat(metrics).endsWith("\n");
    Map<String, String> types = new HashMap<>();
    Set<String> samples = new HashSet<>();
    for (String line : metrics.split("\n")) {
      if (line.startsWith("# TYPE ")) {
        String[] words = line.split(" ");
        assertThat(words[3]).isIn("counter", "gauge", "histogram", "summary", "untyped");
        assertThat(types.put(words[2], words[3])).as("typed once: " + line).isNull();
      } else if (!line.startsWith("# HELP ")) {
        Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        String family = sample.group(1).replaceFirst("_(bucket|sum|count)$", "");
        assertThat(types.containsKey(sample.group(1)) || types.containsKey(family))
            .as(line)
            .isTrue();
        assertThat(samples.add(line.substring(0, line.lastIndexOf(' ')))).as(line).isTrue();
      }
    }
    assertThat(types).isNotEmpty();
  }
}
