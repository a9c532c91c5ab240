package nl.aanspreekpunt.store;

/** A server that the hub cannot keep its promises on; the message is one line for people. */
public final class StoreRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StoreRefused(String line) {
    super(line);
  }

  public StoreRefused(String line, Throwable cause) {
    super(line, cause);
  }
}
