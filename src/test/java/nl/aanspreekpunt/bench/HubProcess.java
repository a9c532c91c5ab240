package nl.aanspreekpunt.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A hub in a process of its own, started as {@code bin/run} starts it, on free ports. */
final class HubProcess implements AutoCloseable {
  static final String API_TOKEN = "bench-token-bench-token-bench-token";
  static final String TWILIO_TOKEN = "bench-twilio-token";
  private static final Duration STOP = Duration.ofSeconds(45);

  /** Longer than it takes until a hub counts again what waits. */
  private static final Duration COUNTED = Duration.ofSeconds(15);

  private static final Duration CATCHING_UP = Duration.ofHours(1);
  private final Process process;
  private final Map<String, String> said = new HashMap<>();
  private final Map<String, String> passwords = new HashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();

  /**
   * @param data the hub's data directory; its errors go to {@code hub.log} in it
   * @param variables configuration that differs from the bench's own
   */
  static HubProcess start(Options options, Path data, Map<String, String> variables)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@conf/jvm.options");
    if (options.recording() != null) {
      command.add("-XX:StartFlightRecording=settings=profile,filename=" + options.recording());
    }
    command.addAll(List.of("-jar", "target/aanspreekpunt.jar"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(data.resolve("hub.log").toFile());
    Map<String, String> environment = builder.environment();
    for (String port : List.of("HTTP_PORT", "SMTP_PORT", "MANAGEMENT_PORT")) {
      environment.put("AANSPREEKPUNT_" + port, "0");
    }
    environment.put("AANSPREEKPUNT_DEMO", "false");
    environment.put("AANSPREEKPUNT_DATA_DIR", data.toString());
    environment.put("AANSPREEKPUNT_API_TOKEN", API_TOKEN);
    environment.put("AANSPREEKPUNT_TWILIO_AUTH_TOKEN", TWILIO_TOKEN);
    if (options.store() != null) {
      environment.put("AANSPREEKPUNT_STORE_URI", options.store());
    }
    environment.putAll(variables);
    return new HubProcess(builder.start(), data);
  }

  private HubProcess(Process process, Path data) throws IOException {
    this.process = process;
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (line != null && !line.startsWith("ready")) {
      note(line.split("\\s+", 3));
      line = lines.readLine();
    }
    if (line == null) {
      throw new IOException("the hub did not start: " + Files.readString(data.resolve("hub.log")));
    }
    Thread rest = new Thread(() -> lines.lines().forEach(ignored -> {}), "hub-output");
    rest.setDaemon(true);
    rest.start();
  }

  private void note(String[] words) {
    if (words.length == 3 && words[0].equals("password")) {
      passwords.put(words[1], words[2]);
    } else if (words.length > 1) {
      said.put(words[0], words[1]);
    }
  }

  URI http() {
    return URI.create(said.get("http"));
  }

  int smtpPort() {
    String address = said.get("smtp");
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }

  /** First passwords by email address. */
  Map<String, String> passwords() {
    return Map.copyOf(passwords);
  }

  /** Processor time from the process, the rest from its own metrics. */
  Usage usage() throws IOException {
    Duration cpu = process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    String metrics = metrics();
    return new Usage(
        cpu.toNanos() / 1e9,
        resident(),
        total(metrics, "aanspreekpunt_store_writes_total"),
        total(metrics, "aanspreekpunt_store_reads_total"),
        total(metrics, "aanspreekpunt_processing_seconds_count"));
  }

  private double resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / 1024)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** Messages brought to where they belong since the start. */
  long routed() throws IOException {
    return (long) total(metrics(), "aanspreekpunt_processing_seconds_count");
  }

  /** Waits until what came can be searched for, which goes on after it was taken in. */
  void awaitFound() throws IOException {
    Instant until = Instant.now().plus(CATCHING_UP);
    do {
      if (Instant.now().isAfter(until)) {
        throw new IOException("what came cannot be searched for after " + CATCHING_UP);
      }
      pause(COUNTED);
    } while (total(metrics(), "aanspreekpunt_search_waiting") > 0);
  }

  private static void pause(Duration time) throws IOException {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private String metrics() throws IOException {
    return get(HttpRequest.newBuilder(URI.create(said.get("management") + "/metrics"))).body();
  }

  private static double total(String metrics, String name) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** An answer of the JSON API, asked with the administrator's token. */
  HttpResponse<String> api(String path) throws IOException {
    return get(
        HttpRequest.newBuilder(http().resolve("/api/v1" + path))
            .header("Authorization", "Bearer " + API_TOKEN));
  }

  private HttpResponse<String> get(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(
          request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
