package nl.aanspreekpunt.inbox.email;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * @param port 0 takes a free one
 * @param domains the hub's own, lower case, the first names the server in its greeting
 * @param maxSize bytes of one message (RFC 1870)
 * @param certificate PEM chain; null makes a self-signed one at start
 * @param key PEM of the certificate's private key; null with {@code certificate}
 * @param spool directory of this listener alone: everything in it is deleted at start
 */
public record SmtpSettings(
    String host,
    int port,
    List<String> domains,
    int maxSize,
    Path certificate,
    Path key,
    Path spool,
    Limits limits) {

  /**
   * @param connections at the same time; more are answered 421
   * @param connectionsPerAddress a municipality's mail often comes from one relay, so not few
   * @param spoolBytes of all messages on their way to the store together
   * @param idle between two reads (RFC 5321, section 4.5.3.2.7 asks for five minutes)
   * @param message from the greeting, or the message before, to the end of the next message; a
   *     fifteenth of it when three quarters of the connections are in use
   * @param accept waiting for the store; after it the sender is told to try again
   * @param stop for messages under way when the listener stops
   */
  public record Limits(
      int connections,
      int connectionsPerAddress,
      int recipients,
      long spoolBytes,
      Duration idle,
      Duration message,
      Duration accept,
      Duration stop) {
    public static final Limits DEFAULT =
        new Limits(
            200,
            100,
            100,
            1L << 30,
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30));
  }

  public SmtpSettings {
    domains = List.copyOf(domains);
  }
}
