package nl.aanspreekpunt.citizen;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One address of one citizen; a citizen with several has several of these with the same {@code
 * citizen}.
 *
 * @param id {@link Address#id()}
 * @param citizen derived, set once when the first message from this address was processed
 * @param name as the citizen last gave it; may be null
 * @param standing topic id to official id: the vaste contactpersoon; key "general" for what has no
 *     topic
 * @param handed for a standing official who got the citizen from one who left: topic id to who left
 * @param recent what came from this address lately, oldest first, at most 40; a re-run is noted
 *     again
 * @param turns how often {@code standing} changed; null: never
 * @param sharing what an official said about who uses it; null when nobody said anything
 */
public record Identity(
    String id,
    String citizen,
    String name,
    String language,
    Map<String, String> standing,
    Map<String, Handed> handed,
    List<Recent> recent,
    Integer turns,
    Sharing sharing) {
  /**
   * A message from this address.
   *
   * @param subject as {@link Subjects#key} makes it
   * @param name as given with it; null when none was
   */
  public record Recent(String receipt, Instant at, Channel channel, String subject, String name) {}

  /**
   * @param several whether several citizens use this address
   * @param by official id
   */
  public record Sharing(boolean several, String by, Instant at) {}

  /** Another took the place of the standing official {@code from} (official id), who left. */
  public record Handed(String from, Instant at) {}

  /** The key in {@link #standing} of what has no topic. */
  public static final String GENERAL = "general";

  public Identity {
    standing = standing == null ? Map.of() : Map.copyOf(standing);
    handed = handed == null ? Map.of() : Map.copyOf(handed);
    recent = recent == null ? List.of() : List.copyOf(recent);
  }

  /**
   * Several citizens use this address: a match by it is uncertain. As an official said; else when
   * lately names came with it that cannot be one person's.
   */
  public boolean shared() {
    return sharing != null
        ? sharing.several()
        : Names.ofSeveral(recent.stream().map(Recent::name).filter(Objects::nonNull).toList());
  }

  /** The standing official for a topic (null: unknown), else in general; null if there is none. */
  public String standingFor(String topic) {
    return standing.get(standingKey(topic));
  }

  private String standingKey(String topic) {
    return topic != null && standing.containsKey(topic) ? topic : GENERAL;
  }

  /**
   * Whose place {@link #standingFor} took, when the citizen has not been in contact since: they are
   * told with their next message. Null otherwise.
   *
   * @param receipt that message
   */
  public String standingBefore(String topic, String receipt) {
    Handed got = handed.get(standingKey(topic));
    boolean heard =
        got == null || before(receipt).stream().anyMatch(one -> one.at().isAfter(got.at()));
    return heard ? null : got.from();
  }

  /** Topics on which another took the place of this official since that moment. */
  List<String> handedFrom(String official, Instant since) {
    return handed.entrySet().stream()
        .filter(one -> standing.containsKey(one.getKey()))
        .filter(one -> one.getValue().from().equals(official))
        .filter(one -> !one.getValue().at().isBefore(since))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What came from this address before that message, oldest first. */
  public List<Recent> before(String receipt) {
    return recent.stream().filter(one -> !one.receipt().equals(receipt)).toList();
  }
}
