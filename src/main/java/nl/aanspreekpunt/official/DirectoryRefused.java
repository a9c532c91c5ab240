package nl.aanspreekpunt.official;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A directory, or a change to it, that cannot be used. The message is for people, a line for each
 * mistake.
 */
public final class DirectoryRefused extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean keyUsed;
  private final boolean leavesOpen;

  /** The same key stood for something else before. */
  static DirectoryRefused keyUsed() {
    return new DirectoryRefused(
        List.of("This Idempotency-Key was used before for something else."), true, false);
  }

  /**
   * @param lines for people, one for each mistake
   */
  public static DirectoryRefused because(List<String> lines) {
    return new DirectoryRefused(lines);
  }

  /**
   * The same, and among them is a topic or team with open work, left out without a word on where
   * that goes.
   */
  public static DirectoryRefused leavingOpen(List<String> lines) {
    return new DirectoryRefused(lines, false, true);
  }

  /** Somebody must say where open work goes. */
  public boolean isLeavingOpen() {
    return leavesOpen;
  }

  public boolean isKeyUsed() {
    return keyUsed;
  }

  DirectoryRefused(String line) {
    this(List.of(line));
  }

  DirectoryRefused(List<String> lines) {
    this(lines, false, false);
  }

  private DirectoryRefused(List<String> lines, boolean keyUsed, boolean leavesOpen) {
    super(lines.stream().map(DirectoryRefused::line).collect(Collectors.joining("\n")));
    this.keyUsed = keyUsed;
    this.leavesOpen = leavesOpen;
  }

  private static String line(String written) {
    return written.replaceAll("\\s+", " ").strip();
  }
}
