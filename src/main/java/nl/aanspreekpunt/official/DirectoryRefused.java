package nl.aanspreekpunt.official;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A directory, or a change to it, that cannot be used. The message is for people, a line for each
 * mistake.
 */
public final class DirectoryRefused extends Exception {
  private static final long serialVersionUID = 1;

  DirectoryRefused(String line) {
    this(List.of(line));
  }

  DirectoryRefused(List<String> lines) {
    super(lines.stream().map(DirectoryRefused::line).collect(Collectors.joining("\n")));
  }

  private static String line(String written) {
    return written.replaceAll("\\s+", " ").strip();
  }
}
