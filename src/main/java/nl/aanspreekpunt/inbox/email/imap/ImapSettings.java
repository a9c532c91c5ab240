package nl.aanspreekpunt.inbox.email.imap;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A mailbox that mail is fetched from.
 *
 * @param name in logs, metrics and receipts
 * @param ca PEM file that the server's certificate is checked against; null: what Java trusts
 * @param password null: {@code oauth} is used
 * @param oauth null: {@code password} is used
 * @param address what mail in it was sent to, where its own header fields name no address of the
 *     hub; null: not known
 * @param inbox folder that is read
 * @param done folder for what was taken in; made when missing
 * @param unreadable folder for what could not be fetched; made when missing
 * @param poll how long the server may say nothing before the hub looks by itself
 * @param maxSize bytes of one message
 */
public record ImapSettings(
    String name,
    String host,
    int port,
    Tls tls,
    Path ca,
    String username,
    String password,
    OAuth oauth,
    String address,
    String inbox,
    String done,
    String unreadable,
    Duration poll,
    int maxSize) {
  /** How the server is spoken to (RFC 8314). */
  public enum Tls {
    /** From the first byte. */
    IMPLICIT,
    /** After STARTTLS, else not at all. */
    STARTTLS,
    /** In the clear: for a server on the same machine. */
    OFF
  }

  /**
   * Where an access token is had with the client's own credentials (RFC 6749, section 4.4).
   *
   * @param scope may be null
   */
  public record OAuth(String tokenUrl, String clientId, String clientSecret, String scope) {
    @Override
    public String toString() {
      return "OAuth[" + tokenUrl + "]";
    }
  }

  @Override
  public String toString() {
    return "Imap[" + name + " at " + host + ":" + port + "]";
  }
}
