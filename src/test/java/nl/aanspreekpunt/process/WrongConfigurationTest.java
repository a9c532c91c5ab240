package nl.aanspreekpunt.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A mistake of who configures the hub is one line that says what to mend, and exit code 2: one of
 * each stage of its start. Each key has its own in {@code ConfigTest}, the directory's places in
 * {@code DirectoryFileTest}.
 */
class WrongConfigurationTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "directory.file, conf/no-such.yaml, conf/no-such.yaml",
    "smtp.tls.certificate, no-such.pem, smtp.tls",
    "store.uri, mongo:nonsense, store.uri",
    "relay.ca, README.md, relay.ca",
  })
  void isNamedOnOneLine(String key, String value, String named) {
    isRefused(Map.of(key, value), named);
  }

  @Test
  void anUnknownKeyInTheFileIsNamedWithTheFile() throws Exception {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, "smtp:\n  prot: 2525\n");
    isRefused(Map.of("config", file.toString()), "mine.yaml");
  }

  @Test
  void severalMistakesAreALineEach() {
    areRefused(
        Map.of("smtp.port", "elephant", "relay.tls", "maybe", "mail.domain", "no domain"),
        "AANSPREEKPUNT_SMTP_PORT: smtp.port",
        "AANSPREEKPUNT_RELAY_TLS: relay.tls: one of off, optional, required",
        "AANSPREEKPUNT_MAIL_DOMAIN: mail.domain");
  }

  @Test
  void aMistakeInTheDirectoryIsNamedWithTheFile() throws Exception {
    String yaml = Files.readString(Path.of("conf", "directory.yaml"));
    String changed = yaml.replace("at: \"75%\"", "at: soon");
    assertThat(changed).isNotEqualTo(yaml);
    Path file = Files.writeString(folder.resolve("mine.yaml"), changed);
    isRefused(Map.of("directory.file", file.toString()), file + ": ladder[0].at: 'soon'");
  }

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      isRefused(Map.of("smtp.port", port), port);
      isRefused(Map.of("http.port", port), port);
      isRefused(Map.of("management.port", port), port);
    }
  }

  @Test
  void aDataDirectoryThatCannotBeMadeIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "not a directory");
    isRefused(Map.of("data.dir", file.resolve("data").toString()), file.toString());
  }

  @Test
  void twoHubsDoNotShareADataDirectory() {
    String data = folder.resolve("data").toString();
    try (RunningHub first = RunningHub.started(Map.of("data.dir", data))) {
      isRefused(Map.of("data.dir", data), data);
      assertThat(first.all("/cases")).isEmpty();
    }
  }

  private static void isRefused(Map<String, String> configuration, String named) {
    areRefused(configuration, named);
  }

  /** A busy machine may make Vert.x say that a thread was held up. */
  private static List<String> mistakes(HubProcess process) {
    return process.errors().lines().filter(line -> !line.contains("BlockedThreadChecker")).toList();
  }

  /** A line for each. */
  private static void areRefused(Map<String, String> configuration, String... named) {
    try (RunningHub hub = new RunningHub(configuration)) {
      HubProcess process = hub.begin();
      assertThat(process.awaitExit()).as(process.said()).isEqualTo(2);
      assertThat(mistakes(process)).as(process.said()).hasSize(named.length);
      assertThat(process.errors()).contains(named);
    }
  }
}
