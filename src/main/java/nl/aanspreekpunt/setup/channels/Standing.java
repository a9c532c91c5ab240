package nl.aanspreekpunt.setup.channels;

import java.time.Instant;
import java.util.List;

/**
 * Every way in and out and how it does, as one node sees it; nothing in it is a secret.
 *
 * @param shared other nodes may see otherwise
 * @param relay null: none is configured
 * @param texts null: no SMS can be sent
 * @param whatsApp null: no number has it
 * @param calls null: the hub does not answer the telephone
 * @param scanner where it is asked; null: there is none
 * @param spam a filter in front marks
 */
public record Standing(
    boolean shared,
    Smtp smtp,
    List<Mailbox> mailboxes,
    Relay relay,
    Texts texts,
    Texts whatsApp,
    Calls calls,
    Web web,
    String scanner,
    boolean spam,
    List<String> addresses) {
  /**
   * @param ends of the certificate; null: the hub made its own
   */
  public record Smtp(String host, int port, Instant ends, boolean border, Passing.Last last) {}

  /**
   * @param address that its mail is for; null when each mail says so itself
   * @param here this node reads it
   * @param since when trouble began; null when there is none
   * @param trouble its code; null when {@code since} is
   */
  public record Mailbox(
      String name,
      String host,
      String address,
      boolean here,
      Instant looked,
      Instant taken,
      Instant since,
      String trouble) {}

  /**
   * @param tls a code: off, optional or required
   * @param dkim the name in DNS; null: the hub does not sign
   */
  public record Relay(
      String host, int port, String tls, boolean login, String dkim, Passing.Last last) {}

  /**
   * @param number that they come from; null when a gateway says
   * @param server the gateway's; null when a number is set
   * @param webhook address to be set at the provider
   */
  public record Texts(
      String number, String server, String webhook, Passing.Last in, Passing.Last out) {}

  /**
   * @param numbers that are answered, E.164
   * @param comesIn address to be set at the provider, for a call that comes in
   * @param ended the same, for what became of it
   */
  public record Calls(List<String> numbers, String comesIn, String ended) {
    public Calls {
      numbers = List.copyOf(numbers);
    }
  }

  public record Web(String url, Passing.Last form) {}

  public Standing {
    mailboxes = List.copyOf(mailboxes);
    addresses = List.copyOf(addresses);
  }
}
