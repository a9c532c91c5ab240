package nl.aanspreekpunt.inbox;

import java.time.Instant;
import java.util.Map;

/**
 * A mail that the filter in front of the hub calls spam: it waits for a person, without a promise.
 *
 * @param id of its receipt
 * @param sender an address; null when there is none
 * @param name as it gave it; null when it did not
 * @param words its first words
 * @param mark what the filter said
 * @param receivedAt when it came
 * @param waitsSince while it waits: when it came; null once somebody decided
 * @param goesAt what is spam: when it is thrown away; null otherwise
 * @param by who decided (official id); null while nobody did
 * @param askedAt when it was called a question, until its receipt says so too; null otherwise
 * @param goneAt when throwing it away began, which nobody undoes; null otherwise
 * @param keys requests that took effect, each with what it asked
 */
public record Doubtful(
    String id,
    String sender,
    String name,
    String subject,
    String words,
    String mark,
    Instant receivedAt,
    Instant waitsSince,
    Instant goesAt,
    String by,
    Instant askedAt,
    Instant goneAt,
    Map<String, String> keys) {
  private static final int WORDS = 300;

  public Doubtful {
    keys = keys == null ? Map.of() : Map.copyOf(keys);
  }

  static Doubtful of(Receipt receipt, Inbound mail) {
    String brief = mail.brief().replaceAll("\\s+", " ").strip();
    int most = Math.min(WORDS, brief.codePointCount(0, brief.length()));
    return new Doubtful(
        receipt.id(),
        mail.sender() == null ? null : mail.sender().value(),
        mail.senderName(),
        mail.subject(),
        brief.substring(0, brief.offsetByCodePoints(0, most)),
        mail.origin().spam(),
        receipt.receivedAt(),
        receipt.receivedAt(),
        null,
        null,
        null,
        null,
        Map.of());
  }

  public boolean waits() {
    return waitsSince != null;
  }

  public boolean spam() {
    return goesAt != null;
  }
}
