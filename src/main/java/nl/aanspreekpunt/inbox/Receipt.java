package nl.aanspreekpunt.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.citizen.Channel;

/**
 * A message as it came in, stored before it was acknowledged; later also what became of it. It is
 * the message's own document: the case's timeline names it by id.
 *
 * @param id hash of the idempotency key
 * @param receivedAt "now" of every step that processes it, however late
 * @param routedAt null until processed
 * @param recipients envelope recipients; a further recipient of the same delivery joins here
 * @param raw the wire form (MIME); null when it stands in pieces, or for SMS and forms
 * @param pieces number of {@code <id>/<n>} pieces; 0 when {@code raw} holds it
 * @param size bytes of the raw message
 * @param facts the wire's fields for SMS, forms and the API; for email the envelope
 * @param read what was read from it; null until processed
 * @param caseNumber null until routed
 * @param route why it is there; null until routed
 * @param result what became of it, for {@code GET /receipts/{id}}; null until processed
 * @param tries how often processing began
 * @param nextTry when the sweeper takes it up; null when done
 * @param files those of its files that were taken out of it; empty when none was, or none yet
 * @param filesSince since when files of it are to be taken out or looked at; null: none is
 * @param filesTry when that is tried; null when {@code filesSince} is
 */
public record Receipt(
    String id,
    Channel channel,
    State state,
    Instant receivedAt,
    Instant routedAt,
    String envelopeFrom,
    List<String> recipients,
    byte[] raw,
    int pieces,
    long size,
    Map<String, String> facts,
    Inbound read,
    String caseNumber,
    Match route,
    String result,
    int tries,
    Instant nextTry,
    List<StoredFile> files,
    Instant filesSince,
    Instant filesTry) {
  /** After this the sweeper takes up what was not finished. */
  private static final Duration LEFT_AFTER = Duration.ofSeconds(30);

  /** A fact of a text message that its provider was asked for: when it was sent (ISO 8601). */
  public static final String SENT = "DateSent";

  public enum State {
    /** Safe, not yet routed. */
    RECEIVED,
    /** At a case. */
    ROUTED,
    /** Needs no person: a bounce that was noted, a withdrawal by a stranger. */
    NOTED
  }

  public Receipt {
    recipients = recipients == null ? List.of() : List.copyOf(recipients);
    facts = facts == null ? Map.of() : Map.copyOf(facts);
    files = files == null ? List.of() : List.copyOf(files);
  }

  /** One of which no file was taken out. */
  public Receipt(
      String id,
      Channel channel,
      State state,
      Instant receivedAt,
      Instant routedAt,
      String envelopeFrom,
      List<String> recipients,
      byte[] raw,
      int pieces,
      long size,
      Map<String, String> facts,
      Inbound read,
      String caseNumber,
      Match route,
      String result,
      int tries,
      Instant nextTry) {
    this(
        id,
        channel,
        state,
        receivedAt,
        routedAt,
        envelopeFrom,
        recipients,
        raw,
        pieces,
        size,
        facts,
        read,
        caseNumber,
        route,
        result,
        tries,
        nextTry,
        List.of(),
        null,
        null);
  }

  /** Empty while it was not taken out. */
  public Optional<StoredFile> file(int part) {
    return files.stream().filter(one -> one.part() == part).findFirst();
  }

  /** When it was sent, as far as that is known: never after it came here. */
  public Instant sentAt() {
    String sent = channel.texting() ? facts.get(SENT) : null;
    try {
      return sent == null || Instant.parse(sent).isAfter(receivedAt)
          ? receivedAt
          : Instant.parse(sent);
    } catch (DateTimeParseException e) {
      return receivedAt;
    }
  }

  /** Whether and why not somebody may open it. */
  public StoredFile.State stateOf(int part) {
    return file(part).map(StoredFile::state).orElse(StoredFile.State.WAITING);
  }

  public static Receipt received(
      String id,
      Channel channel,
      Instant now,
      String envelopeFrom,
      List<String> recipients,
      byte[] raw,
      int pieces,
      long size,
      Map<String, String> facts) {
    return new Receipt(
        id,
        channel,
        State.RECEIVED,
        now,
        null,
        envelopeFrom,
        recipients,
        raw,
        pieces,
        size,
        facts,
        null,
        null,
        null,
        null,
        0,
        now.plus(LEFT_AFTER));
  }
}
