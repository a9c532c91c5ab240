package nl.aanspreekpunt.store;

/** So many commands wait for the database that another one is not taken on: try later. */
public final class StoreBusy extends RuntimeException {
  private static final long serialVersionUID = 1;

  StoreBusy() {
    super("too many commands wait for the database");
  }
}
