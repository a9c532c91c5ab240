package nl.aanspreekpunt.inbox.email;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** Files of messages on their way to the store. What a crash left is deleted at start. */
public final class Spool {
  private final Path directory;
  private final long most;
  private final AtomicLong used = new AtomicLong();

  /**
   * @param directory of this spool alone, made when missing
   * @param most bytes of all files together
   */
  public Spool(Path directory, long most) {
    this.directory = directory;
    this.most = most;
  }

  public void open() throws IOException {
    Files.createDirectories(directory);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, "*.mail")) {
      for (Path file : left) {
        Files.delete(file);
      }
    }
  }

  Path newFile() throws IOException {
    return Files.createTempFile(directory, "", ".mail");
  }

  /** False when that many bytes are not left. */
  boolean take(long bytes) {
    if (used.addAndGet(bytes) <= most) {
      return true;
    }
    used.addAndGet(-bytes);
    return false;
  }

  void giveBack(long bytes) {
    used.addAndGet(-bytes);
  }

  long used() {
    return used.get();
  }
}
