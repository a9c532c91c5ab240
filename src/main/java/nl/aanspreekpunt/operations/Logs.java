package nl.aanspreekpunt.operations;

import org.slf4j.bridge.SLF4JBridgeHandler;

/** What libraries log through {@code java.util.logging} goes where all else goes. */
public final class Logs {
  private Logs() {}

  /** Once, before anything logs. */
  public static void join() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }
}
