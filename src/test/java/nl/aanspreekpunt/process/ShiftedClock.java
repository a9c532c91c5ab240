package nl.aanspreekpunt.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The computer's clock, ahead or behind by what stands in a file, so that another may move it. */
public final class ShiftedClock extends Clock {
  private static final long LOOK_NANOS = 10_000_000;
  private final Path file;
  private volatile Duration shift;
  private volatile long read;

  ShiftedClock(Path file) {
    this.file = file;
    look();
  }

  /** From here on it is this moment, in every process that reads the file. */
  static void set(Path file, Instant now) {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.writeString(next, Duration.between(Instant.now(), now).toString());
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void look() {
    try {
      shift = Duration.parse(Files.readString(file));
      read = System.nanoTime();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Instant instant() {
    if (System.nanoTime() - read > LOOK_NANOS) {
      look();
    }
    return Instant.now().plus(shift);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
