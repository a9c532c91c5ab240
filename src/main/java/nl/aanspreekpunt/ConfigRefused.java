package nl.aanspreekpunt;

import java.util.List;

/**
 * The configuration cannot be used. Each line names the file or variable, the key and what is
 * expected.
 */
public final class ConfigRefused extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<String> lines;

  ConfigRefused(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = List.copyOf(lines);
  }

  public List<String> lines() {
    return lines;
  }
}
