package nl.aanspreekpunt;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.aanspreekpunt.Config.Relay.Tls;
import nl.aanspreekpunt.outbox.limits.Limits;
import nl.aanspreekpunt.web.mine.SmsCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
  @TempDir Path dir;

  @Test
  void withoutAnythingTheDefaultsHold() throws ConfigRefused {
    Config config = Config.of(Map.of());

    assertThat(config.http()).isEqualTo(new Config.Http("127.0.0.1", 8080, null, Set.of()));
    assertThat(config.http().publicUrl(8080)).isEqualTo("http://127.0.0.1:8080");
    assertThat(config.management()).isEqualTo(new Config.Management("127.0.0.1", 8081));
    assertThat(config.smtp())
        .isEqualTo(new Config.Smtp("127.0.0.1", 2525, 26_214_400, null, null, false, null));
    assertThat(config.mail().domains()).containsExactly("voorbeeldstad.example");
    assertThat(config.data()).isEqualTo(Path.of("data"));
    assertThat(config.store().uri()).isNull();
    assertThat(config.relay())
        .isEqualTo(new Config.Relay(null, 25, null, null, Tls.OPTIONAL, null, null));
    assertThat(config.relay().configured()).isFalse();
    assertThat(config.twilio().sends()).isFalse();
    assertThat(config.sms().window()).isEqualTo(Duration.ofDays(3));
    assertThat(config.sms().codes()).isEqualTo(new SmsCodes(300, Set.of("NL")));
    assertThat(config.acknowledgements()).isEqualTo(new Config.Acknowledgements(3, 30));
    assertThat(config.municipality().timeZone()).isEqualTo(ZoneId.of("Europe/Amsterdam"));
    assertThat(config.demo()).isFalse();
  }

  @Test
  void aFileIsReadNestedOrWithDotsAndItsValuesAsWritten() throws Exception {
    Config config =
        read(
            """
            http:
              port: 0
              public-url: https://vraag.stad.example/
            mail.domain: [Stad.example, oud.stad.example]
            twilio.from: +31970001
            smtp.max-size: 500K
            relay.tls: required
            demo: true
            """);

    assertThat(config.http().port()).isZero();
    assertThat(config.http().publicUrl(4711)).isEqualTo("https://vraag.stad.example");
    assertThat(config.mail().domains()).containsExactly("stad.example", "oud.stad.example");
    assertThat(config.mail().domain()).isEqualTo("stad.example");
    assertThat(config.twilio().from()).isEqualTo("+31970001");
    assertThat(config.smtp().maxSize()).isEqualTo(512_000);
    assertThat(config.relay().tls()).isEqualTo(Tls.REQUIRED);
    assertThat(config.demo()).isTrue();
  }

  @Test
  void theEnvironmentGoesBeforeTheFile() throws Exception {
    Config config =
        read(
            "http.port: 1\nmail.domain: stad.example\n",
            Map.of(
                "AANSPREEKPUNT_HTTP_PORT", "2",
                "AANSPREEKPUNT_HTTP_PUBLIC_URL", "https://stad.example",
                "AANSPREEKPUNT_MAIL_DOMAIN", "een.example, twee.example",
                "AANSPREEKPUNT_RELAY_HOST", "",
                "AANSPREEKPUNT_LOG", "json",
                "AANSPREEKPUNT_TEST_MONGODB_URI", "mongodb://test",
                "PATH", "/bin"));

    assertThat(config.http())
        .isEqualTo(new Config.Http("127.0.0.1", 2, "https://stad.example", Set.of()));
    assertThat(config.mail().domains()).containsExactly("een.example", "twee.example");
    assertThat(config.relay().configured()).as("empty is as not set").isFalse();
  }

  /** Names that others rely on, with what each one's variable makes of the configuration. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http.host | 0.0.0.0 | http=Http[host=0.0.0.0,",
        "http.port | 0 | http=Http[host=127.0.0.1, port=0,",
        "http.public-url | https://vraag.example | publicUrl=https://vraag.example,",
        "citizens.sms-codes-an-hour | 20 | codes=SmsCodes[anHour=20, countries=[NL]]",
        "citizens.sms-countries | be | codes=SmsCodes[anHour=300, countries=[BE]]",
        "management.port | 9 | management=Management[host=127.0.0.1, port=9]",
        "smtp.host | ::1 | smtp=Smtp[host=::1,",
        "smtp.port | 25 | smtp=Smtp[host=127.0.0.1, port=25,",
        "mail.domain | een.example,twee.example | mail=Mail[domains=[een.example, twee.example],",
        "data.dir | /var/lib/hub | data=/var/lib/hub,",
        "directory.file | mine.yaml | directory=mine.yaml,",
        "store.uri | mongodb://db | store=Store[uri=***]",
        "relay.host | mx.example | relay=Relay[host=mx.example, port=25,",
        "relay.port | 587 | relay=Relay[host=null, port=587,",
        "relay.username,relay.password | hub | username=hub, password=***,",
        "relay.tls | off | tls=OFF,",
        "relay.tls | required | tls=REQUIRED,",
        "twilio.account-sid | AC1 | twilio=Twilio[accountSid=AC1,",
        "twilio.auth-token | secret | authToken=***,",
        "twilio.from | +31970001 | from=+31970001,",
        "twilio.api-url | https://api.example | apiUrl=https://api.example",
        "api.token | secret | api=Api[token=***]",
      })
  void eachKeyIsTakenFromItsVariable(String keys, String value, String shown) throws Exception {
    Map<String, String> variables = new HashMap<>();
    for (String key : keys.split(",")) {
      variables.put("AANSPREEKPUNT_" + key.toUpperCase(ROOT).replaceAll("[.-]", "_"), value);
    }
    assertThat(Config.read(variables).toString()).contains(shown);
    assertThat(Config.of(Map.of()).toString()).doesNotContain(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "token\u00e9", "tab\tbed"})
  void aTokenThatNoHeaderCanCarryIsRefused(String token) {
    ConfigRefused refused =
        catchThrowableOfType(ConfigRefused.class, () -> Config.of(Map.of("api.token", token)));
    assertThat(refused.lines())
        .singleElement()
        .asString()
        .contains("api.token")
        .doesNotContain(token);
  }

  @Test
  void aSecretMayComeFromAFileAndIsNeverShown() throws Exception {
    Path secret = Files.writeString(dir.resolve("secret"), "hunter2\n");
    Config config =
        read(
            "store.uri: mongodb://u:hunter2@db\napi.token: hunter2\n",
            Map.of(
                "AANSPREEKPUNT_RELAY_USERNAME", "hub",
                "AANSPREEKPUNT_RELAY_PASSWORD_FILE", secret.toString(),
                "AANSPREEKPUNT_TWILIO_AUTH_TOKEN_FILE", secret.toString()));

    assertThat(config.relay().password().value()).isEqualTo("hunter2");
    assertThat(config.twilio().authToken().value()).isEqualTo("hunter2");
    assertThat(config.toString()).contains("***").doesNotContain("hunter2");
  }

  @Test
  void eachMistakeIsOneLineWithWhereWhatAndWhatIsExpected() throws Exception {
    Path file = Files.writeString(dir.resolve("a.yaml"), "http:\n  port: hunter2\nhtpp.host: x\n");
    List<String> lines =
        refusal(
            Map.of(
                "AANSPREEKPUNT_CONFIG", file.toString(),
                "AANSPREEKPUNT_SMTP_PORT", "70000",
                "AANSPREEKPUNT_RELAY_TLS", "maybe",
                "AANSPREEKPUNT_RELAY_PASSWORD_FILE", dir.resolve("missing").toString(),
                "AANSPREEKPUNT_HTTP_PROT", "1",
                "AANSPREEKPUNT_HTTP_PORT_FILE", "x"));

    assertThat(lines)
        .containsExactlyInAnyOrder(
            file + ", line 2: http.port: a port from 0 (takes a free one) to 65535 is expected",
            file + ", line 3: htpp.host: a known key is expected",
            "AANSPREEKPUNT_SMTP_PORT: smtp.port:"
                + " a port from 0 (takes a free one) to 65535 is expected",
            "AANSPREEKPUNT_RELAY_TLS: relay.tls: one of off, optional, required is expected",
            "AANSPREEKPUNT_RELAY_PASSWORD_FILE: relay.password:"
                + " a small file that can be read is expected",
            "AANSPREEKPUNT_RELAY_PASSWORD_FILE: relay.username and relay.password:"
                + " both are expected, or none",
            "AANSPREEKPUNT_HTTP_PROT: a variable of a known key is expected",
            "AANSPREEKPUNT_HTTP_PORT_FILE: a variable of a known key is expected");
  }

  @Test
  void aValueOfTheWrongKindIsRefusedWhereverItStands() {
    Map.of(
            "http.public-url", "vraag.stad.example",
            "mail.domain", "stad example",
            "smtp.max-size", "9999999999M",
            "sms.window", "3 days",
            "time-zone", "Mars/Olympus",
            "demo", "yes",
            "acknowledgements.per-case-a-day", "-1",
            "smtp.tls.key", "key.pem",
            "mail.trusted-authserv-id", "   ")
        .forEach(
            (key, wrong) -> {
              ConfigRefused refused =
                  catchThrowableOfType(ConfigRefused.class, () -> Config.of(Map.of(key, wrong)));
              assertThat(refused).as(key).isNotNull();
              assertThat(refused.lines()).hasSize(1).allMatch(line -> line.contains(key));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "sms.quiet-hours, 21-8",
    "sms.quiet-hours, 21:00-21:00",
    "sms.quiet-hours, 25:00-08:00",
    "sms.warn-at, 0",
    "sms.warn-at, 101",
    "sms.segments-a-day, -1",
    "twilio.answers-stop, perhaps",
  })
  void whenAndHowManyTextMessagesGoIsSaidRightOrRefused(String key, String wrong) {
    ConfigRefused refused =
        catchThrowableOfType(ConfigRefused.class, () -> Config.of(Map.of(key, wrong)));

    assertThat(refused.lines()).singleElement().asString().startsWith("given: " + key + ": ");
  }

  @Test
  void textMessagesRestAtNightUnlessOtherwiseSaid() throws Exception {
    Instant night = Instant.parse("2026-11-24T22:30:00Z");

    assertThat(limits(Map.of()).quiet().opens("+31612345678", night))
        .isEqualTo(Instant.parse("2026-11-25T07:00:00Z"));
    assertThat(
            limits(Map.of("sms.quiet-hours", "23:00 - 07:30")).quiet().opens("+31612345678", night))
        .isEqualTo(Instant.parse("2026-11-25T06:30:00Z"));
    assertThat(limits(Map.of("sms.quiet-hours", "none")).quiet().opens("+31612345678", night))
        .isEqualTo(night);
    assertThat(limits(Map.of("sms.segments-a-day", "200", "sms.warn-at", "75")).warnFrom())
        .isEqualTo(150);
  }

  private static Limits limits(Map<String, String> values) throws ConfigRefused {
    return Config.of(values).sms().limits();
  }

  @Test
  void aFileThatIsNoYamlIsRefusedWithTheLine() throws Exception {
    Path broken = Files.writeString(dir.resolve("b.yaml"), "http:\n  port: [1\n");
    Path list = Files.writeString(dir.resolve("c.yaml"), "- a\n- b\n");
    Path twice = Files.writeString(dir.resolve("d.yaml"), "http.port: 1\nhttp:\n  port: 2\n");

    assertThat(refusal(broken)).singleElement().asString().startsWith(broken + ", line 3: ");
    assertThat(refusal(list)).singleElement().asString().startsWith(list + ", line 1: ");
    assertThat(refusal(twice)).singleElement().asString().contains("http.port: is given twice");
    assertThat(refusal(dir.resolve("none.yaml"))).singleElement().asString().contains("none.yaml");
  }

  @Test
  void theFileThatComesWithTheProgramIsRightWithAndWithoutItsHashes() throws Exception {
    String shipped = Files.readString(Path.of("conf", "aanspreekpunt.yaml"));
    assertThat(read(shipped).demo()).isTrue();

    Config all = read(shipped.replaceAll("(?m)^# (?=[a-z.-]+: )", ""));
    assertThat(all.relay().host()).isEqualTo("mail.voorbeeldstad.example");
    assertThat(all.http().port()).isEqualTo(8080);
  }

  @Test
  void aMailboxHasKeysOfItsOwnByItsName() throws Exception {
    Config config =
        read(
            """
            imap:
              mailboxes: [vraag, post]
              vraag: {host: imap.een.example, username: vraag, password: geheim, poll: PT30S}
              post:
                host: imap.twee.example
                tls: starttls
                username: post@twee.example
                oauth2: {token-url: https://login.example/token, client-id: hub, scope: mail}
            """,
            Map.of("AANSPREEKPUNT_IMAP_POST_OAUTH2_CLIENT_SECRET", "s"));
    Config.Mailbox vraag = config.mailboxes().get(0);
    assertThat(vraag.port()).isEqualTo(993);
    assertThat(vraag.password()).hasToString("***");
    assertThat(vraag.done()).isEqualTo("Verwerkt");
    Config.Mailbox post = config.mailboxes().get(1);
    assertThat(post.port()).isEqualTo(143);
    assertThat(post.token().clientId()).isEqualTo("hub");
    assertThat(config.toString()).doesNotContain("geheim");
  }

  @Test
  void aMailboxWithoutALoginOrWithTwoIsRefused() throws Exception {
    Path file =
        Files.writeString(
            dir.resolve("imap.yaml"),
            """
            imap.mailboxes: vraag, post
            imap.vraag.host: imap.een.example
            imap.post.username: post
            imap.post.password: p
            imap.post.oauth2.token-url: https://login.example/token
            imap.andere.host: imap.drie.example
            """);
    assertThat(refusal(file))
        .contains(
            "imap.vraag.username: a text is expected, and none is given",
            "imap.vraag.password: either this or imap.vraag.oauth2.token-url is expected",
            "imap.post.host: a text is expected, and none is given",
            "imap.post.password: either this or imap.post.oauth2.token-url is expected")
        .anyMatch(line -> line.contains("imap.andere.host: a known key is expected"))
        .anyMatch(
            line -> line.contains("imap.post.oauth2.token-url and imap.post.oauth2.client-id"));
  }

  private Config read(String yaml) throws IOException, ConfigRefused {
    return read(yaml, Map.of());
  }

  private Config read(String yaml, Map<String, String> environment)
      throws IOException, ConfigRefused {
    Map<String, String> variables = new HashMap<>(environment);
    Path file = Files.writeString(dir.resolve("aanspreekpunt.yaml"), yaml);
    variables.put("AANSPREEKPUNT_CONFIG", file.toString());
    return Config.read(variables);
  }

  private static List<String> refusal(Path file) {
    return refusal(Map.of("AANSPREEKPUNT_CONFIG", file.toString()));
  }

  private static List<String> refusal(Map<String, String> environment) {
    return catchThrowableOfType(ConfigRefused.class, () -> Config.read(environment)).lines();
  }
}
