package nl.aanspreekpunt.bench;

import java.io.IOException;

/** One connection over which messages are handed to the hub, one after the other. */
interface Sender extends AutoCloseable {
  /** Opens a connection. */
  interface Opening {
    Sender open() throws IOException;
  }

  /**
   * Blocks until the hub says that it has the message.
   *
   * @param n makes the message and its author unlike any other
   */
  Sent send(int n) throws IOException;

  @Override
  void close() throws IOException;

  /**
   * A message that the hub says to have.
   *
   * @param receipt id of its receipt
   * @param ended when its last byte left, milliseconds of the wall clock: compared with what the
   *     hub, on the same machine, writes in the receipt
   */
  record Sent(String receipt, long ended) {}
}
