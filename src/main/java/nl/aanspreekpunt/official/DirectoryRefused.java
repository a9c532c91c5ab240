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
  private final transient List<Mistake> mistakes;
  private final transient List<Clash> clashes;

  /** The same key stood for something else before. */
  static DirectoryRefused keyUsed() {
    return new DirectoryRefused(
        List.of("This Idempotency-Key was used before for something else."),
        true,
        false,
        List.of(),
        List.of());
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
    return new DirectoryRefused(lines, false, true, List.of(), List.of());
  }

  /** The same, and where in the file each mistake is; there may be more of them than lines. */
  static DirectoryRefused of(List<String> lines, List<Mistake> mistakes) {
    return new DirectoryRefused(lines, false, false, mistakes, List.of());
  }

  static DirectoryRefused of(String file, Mistake mistake) {
    String place = mistake.place().isEmpty() ? "" : mistake.place() + ": ";
    return of(List.of(file + ": " + place + mistake.expected()), List.of(mistake));
  }

  static DirectoryRefused fed(List<FedMistake> mistakes) {
    return of(
        mistakes.stream().map(FedMistake::toString).toList(),
        mistakes.stream().map(FedMistake::mistake).toList());
  }

  /** Others changed meanwhile what is to be changed. */
  public static DirectoryRefused clashing(List<Clash> clashes) {
    return new DirectoryRefused(
        clashes.stream().map(Clash::toString).toList(), false, false, List.of(), clashes);
  }

  /** The file in use is another than what was seen. */
  static DirectoryRefused changedMeanwhile() {
    return new DirectoryRefused(
        List.of("The directory was changed meanwhile; see the differences again."),
        false,
        false,
        List.of(),
        List.of(Clash.WHOLE));
  }

  /** What is wrong and where, as far as that has a place; else only the message says it. */
  public List<Mistake> mistakes() {
    return mistakes;
  }

  /** What others changed meanwhile; empty when that is not why. */
  public List<Clash> clashes() {
    return clashes;
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
    this(lines, false, false, List.of(), List.of());
  }

  private DirectoryRefused(
      List<String> lines,
      boolean keyUsed,
      boolean leavesOpen,
      List<Mistake> mistakes,
      List<Clash> clashes) {
    super(lines.stream().map(DirectoryRefused::line).collect(Collectors.joining("\n")));
    this.keyUsed = keyUsed;
    this.leavesOpen = leavesOpen;
    this.mistakes = List.copyOf(mistakes);
    this.clashes = List.copyOf(clashes);
  }

  private static String line(String written) {
    return written.replaceAll("\\s+", " ").strip();
  }
}
