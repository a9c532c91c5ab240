package nl.aanspreekpunt.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Schemathesis makes requests from the document that the hub serves, right ones and wrong ones, and
 * holds every answer against it. {@code bin/test} installs it where it can; without it this is
 * skipped. What it makes at random is left out: with a fixed seed it is the same each time, and
 * takes as long as all the rest.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SchemathesisTest {
  private static final Path PROGRAM = Path.of("target", "schemathesis", "bin", "schemathesis");
  private static final int AT_MOST_SECONDS = 300;
  private static RunningHub hub;
  @TempDir private static Path folder;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(Files.isExecutable(PROGRAM), "bin/test could not install Schemathesis");
    hub = RunningHub.started(Map.of("demo", "true"));
    Files.writeString(folder.resolve("schemathesis.toml"), configuration());
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  @Test
  void everyAnswerIsAsTheServedDocumentSays() throws Exception {
    int exit = run(hub.url("/api/v1/openapi.json"), "--phases", "examples,coverage,stateful");
    assertThat(exit).as(said()).isZero();
  }

  /** Or else the test above could not fail. */
  @Test
  void aDocumentThatPromisesSomethingElseIsFoundOut() throws Exception {
    JsonObject document = hub.get("/openapi.json");
    document
        .getJsonObject("components")
        .getJsonObject("schemas")
        .getJsonObject("Official")
        .getJsonObject("properties")
        .put("name", new JsonObject().put("type", "integer"));
    Path other = Files.writeString(folder.resolve("other.json"), document.encode());
    int exit =
        run(
            other.toString(),
            "--url",
            hub.url("/api/v1"),
            "--include-name",
            "GET /officials",
            "--phases",
            "coverage");
    assertThat(exit).as(said()).isEqualTo(1);
    assertThat(said()).contains("GET /officials", "is not of type \"integer\"");
  }

  private int run(String document, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(PROGRAM.toAbsolutePath().toString());
    command.addAll(List.of("--config-file", "schemathesis.toml", "run", document, "--no-color"));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .start();
    try {
      assertThat(process.waitFor(AT_MOST_SECONDS, TimeUnit.SECONDS)).as(said()).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static String said() throws IOException {
    return Files.readString(folder.resolve("said.txt"));
  }

  /** What is written down, with what is there in this hub. */
  private static String configuration() throws IOException {
    // What chafes is answered in a case of its own, which is no citizen's.
    List<JsonObject> cases =
        hub.all("/cases").stream().filter(one -> one.containsKey("citizen")).toList();
    List<String> numbers = cases.stream().map(one -> one.getString("number")).toList();
    JsonObject water =
        new JsonObject()
            .put("from", new JsonObject().put("email", "ans@elders.example"))
            .put("text", "Het water is afgesloten.");
    JsonObject call = new JsonObject().put("phone", "0612345678");
    List<String> officials =
        hub.all("/officials").stream().map(one -> one.getString("id")).toList();
    Map<String, List<String>> known =
        Map.of(
            "numbers", numbers,
            "citizens",
                cases.stream().map(one -> one.getJsonObject("citizen").getString("id")).toList(),
            "receipts",
                List.of(hub.post("/messages", 202, water, "Idempotency-Key", "a").getString("id")),
            "callbacks",
                cases.stream()
                    .filter(one -> one.getString("state").equals("open"))
                    .map(one -> "/cases/" + one.getString("number") + "/callback-requests")
                    .map(path -> hub.post(path, 201, call).getString("id"))
                    .toList(),
            "leaving", officials.subList(0, 1),
            "officials", officials.subList(1, officials.size()),
            "topics", List.of("general", "water-en-energie", "afval", "schuldhulp"),
            "neighbourhoods", List.of("molenwijk", "centrum"),
            "phones", List.of("0612345678", "+31612345678"));
    StringBuilder text =
        new StringBuilder(Files.readString(Path.of("src/test/schemathesis/schemathesis.toml")));
    text.append("\n[auth.openapi.token]\nbearer = \"").append(RunningHub.TOKEN).append("\"\n");
    known.forEach(
        (name, values) ->
            text.append("\n[dictionaries.%s]\n".formatted(name))
                .append("values = %s\n".formatted(new JsonArray(values).encode())));
    return text.toString();
  }
}
