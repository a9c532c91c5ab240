package nl.aanspreekpunt.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One life of a hub: a Java of its own, from start to exit or kill. */
final class HubProcess {
  private static final int LONGEST_STOP_SECONDS = 60;
  private final Path out;
  private final Path err;
  private final Process process;

  /**
   * @param folder for what it prints; it must exist
   * @param configuration by key, as {@code http.port}
   */
  HubProcess(Path folder, Path clock, Map<String, String> configuration) {
    out = folder.resolve("out.txt");
    err = folder.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command(clock)).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("AANSPREEKPUNT_"));
    configuration.forEach((key, value) -> builder.environment().put(variable(key), value));
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As bin/run does, but compiled less: a test lives short. */
  private static List<String> command(Path clock) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@conf/jvm.options");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(ShiftedHub.class.getName());
    command.add(clock.toString());
    return command;
  }

  private static String variable(String key) {
    return "AANSPREEKPUNT_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  void awaitReady() {
    Until.until(
        "the hub is ready",
        () -> {
          if (!process.isAlive()) {
            throw new AssertionError("the hub stopped with " + process.exitValue() + said());
          }
          return line("ready").isPresent();
        });
  }

  /** The rest of the printed line that starts so. */
  Optional<String> line(String start) {
    return read(out)
        .lines()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .map(line -> line.substring(start.length()).strip());
  }

  String http() {
    return line("http ").orElseThrow();
  }

  String management() {
    return line("management ").orElseThrow();
  }

  int smtpPort() {
    return URI.create("smtp://" + line("smtp ").orElseThrow()).getPort();
  }

  /** {@code kill -9}. */
  void kill() {
    process.destroyForcibly();
    awaitExit();
  }

  /** Asks it to stop; its exit code. */
  int stop() {
    ask();
    return awaitExit();
  }

  /**
   * By its handle: the process itself would close its standard input as well, and it dies of that.
   */
  void ask() {
    process.toHandle().destroy();
  }

  int awaitExit() {
    try {
      if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the hub did not stop" + said());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      process.destroyForcibly();
    }
    return process.exitValue();
  }

  boolean alive() {
    return process.isAlive();
  }

  String errors() {
    return read(err);
  }

  /** All it printed, for a failure's message. */
  String said() {
    return "\n--- out\n" + read(out) + "\n--- err\n" + read(err);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
