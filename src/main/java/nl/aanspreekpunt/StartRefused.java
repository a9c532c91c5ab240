package nl.aanspreekpunt;

/** What is configured cannot be taken; the message is one line for people. */
final class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  StartRefused(String line, Throwable cause) {
    super(line, cause);
  }
}
