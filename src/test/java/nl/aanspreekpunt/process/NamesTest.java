package nl.aanspreekpunt.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.inbox.email.SmtpDialogue;
import nl.aanspreekpunt.outbox.ScriptedRelay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and syntax that others rely on, in a hub that is started with them. */
class NamesTest {
  private static final Instant SUNDAY_NIGHT = Instant.parse("2026-09-06T01:00:00Z");
  private static final String LADDER =
      """
      ladder:
        - { at: "50%", to: official, does: remind }
        - { at: "100%", to: deputy, does: act }
        - { at: "+PT1M", to: coordinator, does: require-reassignment }
        - { at: "+PT2M", to: coordinator, does: take-over }
        - { at: "+PT3M", to: manager, does: tell }
      """;
  @TempDir private Path folder;

  @Test
  void aLadderOfMinutesClimbsAtNightInATeamThatIsAlwaysOpenAndMailHasTwoDomains() throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay();
        RunningHub hub =
            new RunningHub(
                Map.of(
                    "mail.domain",
                    "voorbeeldstad.example, oud.example",
                    "directory.file",
                    always().toString(),
                    "relay.host",
                    "127.0.0.1",
                    "relay.port",
                    Integer.toString(relay.port())))) {
      hub.to(SUNDAY_NIGHT);
      hub.start();
      mailed(hub, "ans@elders.example", "vraag@oud.example");
      JsonObject promise = promise(hub);
      Instant made = Instant.parse(promise.getString("madeAt"));
      assertThat(promise.getString("due")).isEqualTo(made.plus(Duration.ofMinutes(10)).toString());
      climbs(hub, made, 5, "remind");
      climbs(hub, made, 10, "remind", "act");
      climbs(hub, made, 11, "remind", "act", "require-reassignment");
      climbs(hub, made, 14, "remind", "act", "require-reassignment", "take-over");
      climbs(hub, made, 18, "remind", "act", "require-reassignment", "take-over", "tell");
      climbs(hub, made, 22, "remind", "act", "require-reassignment", "take-over", "tell", "tell");
      assertThat(relay.commands).anyMatch(one -> one.startsWith("RCPT TO:<ans@elders.example>"));
      assertThat(relay.commands).noneMatch(one -> one.contains("oud.example"));
      assertThat(String.join("", relay.whole)).contains("@voorbeeldstad.example");
    }
  }

  /** The demo municipality, with a team that is open always and a norm of minutes. */
  private Path always() throws Exception {
    String yaml = Files.readString(Path.of("conf", "directory.yaml"));
    String changed =
        yaml.replaceFirst("(?s)ladder:\n.*?\n\n", LADDER + "\n")
            .replace("burgerzaken: { answer: P1D }", "burgerzaken: { answer: PT10M }")
            .replaceFirst(
                "(?s)    hours:\n      mon-fri: [^\n]*\n      thu: [^\n]*\n",
                "    hours: always\n");
    assertThat(changed).contains(LADDER, "answer: PT10M", "hours: always");
    return Files.writeString(folder.resolve("directory.yaml"), changed);
  }

  private static void mailed(RunningHub hub, String from, String to) throws Exception {
    try (SmtpDialogue smtp = SmtpDialogue.greeted(hub.smtpPort())) {
      smtp.says("MAIL FROM:<" + from + ">");
      assertThat(smtp.says("RCPT TO:<" + to + ">")).startsWith("250");
      smtp.says("DATA");
      smtp.send(
          "From: <" + from + ">\r\nSubject: Paspoort\r\n\r\nIs mijn paspoort klaar?\r\n.\r\n");
      assertThat(smtp.reply()).startsWith("250");
    }
  }

  private static JsonObject promise(RunningHub hub) {
    return hub.caseOf("ans@elders.example").getJsonArray("promises").getJsonObject(0);
  }

  private static void climbs(RunningHub hub, Instant made, int minutes, String... steps) {
    hub.to(made.plus(Duration.ofMinutes(minutes)).plusSeconds(1));
    Until.until("after " + minutes + " minutes", () -> steps(hub).equals(List.of(steps)));
  }

  private static List<String> steps(RunningHub hub) {
    return RunningHub.each(promise(hub).getJsonArray("steps"))
        .map(step -> step.getString("does"))
        .toList();
  }

  @Test
  void theAdministratorsTokenOfAFreshDataDirectoryIsMadeAndShownOnce() throws Exception {
    try (RunningHub hub = new RunningHub(Map.of("api.token", ""))) {
      HubProcess first = hub.begin();
      first.awaitReady();
      String token = first.line("api token ").orElseThrow().split(" ")[0];
      assertThat(status(first, token)).isEqualTo(200);
      first.stop();
      HubProcess second = hub.begin();
      second.awaitReady();
      assertThat(second.line("api token ")).isEmpty();
      assertThat(status(second, token)).isEqualTo(200);
      assertThat(status(second, "another")).isEqualTo(401);
    }
  }

  private static int status(HubProcess hub, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(hub.http() + "/api/v1/tokens"))
            .header("Authorization", "Bearer " + token)
            .timeout(Duration.ofSeconds(30))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }
}
