package nl.aanspreekpunt.official;

/** A directory, or a change to it, that cannot be used. The message is one line for people. */
public final class DirectoryRefused extends Exception {
  private static final long serialVersionUID = 1;

  DirectoryRefused(String line) {
    super(line.replaceAll("\\s+", " ").strip());
  }
}
