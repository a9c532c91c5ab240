package nl.aanspreekpunt.citizen;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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
 * @param through for a standing official who became it by answering: topic id to the number of the
 *     case in which they did; none where a person chose them
 * @param recent what came from this address lately, oldest first, at most 40; a re-run is noted
 *     again
 * @param turns how often {@code standing} changed; null: never
 * @param sharing what an official said about who uses it; null when nobody said anything
 * @param notOf numbers of cases that were taken for this citizen's, and are another's
 * @param sharedIn numbers of cases that came from this address and are of somebody else who uses it
 * @param contact after a threat: who has contact with the citizen; null when nothing was agreed
 * @param households where its citizen is or was linked (ids): these say which
 */
public record Identity(
    String id,
    String citizen,
    String name,
    String language,
    Map<String, String> standing,
    Map<String, Handed> handed,
    Map<String, String> through,
    List<Recent> recent,
    Integer turns,
    Sharing sharing,
    List<String> notOf,
    List<String> sharedIn,
    List<String> households,
    AgreedContact contact) {
  /**
   * @param number of the case in which it was agreed
   * @param official official id
   * @param ways names of the ways in which contact is
   * @param until when it lapses
   */
  public record AgreedContact(String number, String official, List<String> ways, Instant until) {}

  /** What was agreed about contact and stands; empty: nothing. */
  public Optional<AgreedContact> agreed(Instant now) {
    return Optional.ofNullable(contact).filter(one -> one.until().isAfter(now));
  }

  /** What was agreed with a citizen and stands, of all their addresses. */
  public static Optional<AgreedContact> agreed(List<Identity> all, Instant now) {
    return all.stream().flatMap(one -> one.agreed(now).stream()).findFirst();
  }

  /**
   * A message from this address.
   *
   * @param subject as {@link Subjects#key} makes it
   * @param name as given with it; null when none was
   * @param messageId of a mail; null when it has none, or one that is too long
   */
  public record Recent(
      String receipt, Instant at, Channel channel, String subject, String name, String messageId) {
    private static final int LONGEST_ID = 200;

    public Recent {
      messageId = messageId != null && messageId.length() > LONGEST_ID ? null : messageId;
    }
  }

  /**
   * @param several whether several citizens use this address
   * @param by official id
   */
  public record Sharing(boolean several, String by, Instant at) {}

  /** Another took the place of the standing official {@code from} (official id), who left. */
  public record Handed(String from, Instant at) {}

  /** A citizen may well ask once a year; providers wait less before a number is another's. */
  private static final Duration SILENCE = Duration.ofDays(365);

  /** The key in {@link #standing} of what has no topic. */
  public static final String GENERAL = "general";

  public Identity {
    standing = standing == null ? Map.of() : Map.copyOf(standing);
    handed = handed == null ? Map.of() : Map.copyOf(handed);
    through = through == null ? Map.of() : Map.copyOf(through);
    recent = recent == null ? List.of() : List.copyOf(recent);
    notOf = notOf == null ? List.of() : List.copyOf(notOf);
    sharedIn = sharedIn == null ? List.of() : List.copyOf(sharedIn);
    households = households == null ? List.of() : List.copyOf(households);
  }

  /**
   * Several citizens use this address: a match by it is uncertain. As an official said, of it or of
   * a question that came from it; else when lately names came with it that cannot be one person's.
   */
  public boolean shared() {
    if (!sharedIn.isEmpty()) {
      return true;
    }
    return sharing != null
        ? sharing.several()
        : Names.ofSeveral(recent.stream().map(Recent::name).filter(Objects::nonNull).toList());
  }

  /** The standing official for a topic (null: unknown), else in general; null if there is none. */
  public String standingFor(String topic) {
    return standing.get(standingKey(topic));
  }

  /** The key of a topic (null: unknown) in {@link #standing}, {@link #handed}, {@link #through}. */
  public static String key(String topic) {
    return topic == null ? GENERAL : topic;
  }

  /** Topic ids of standing officials who became it by answering in this case. */
  public List<String> through(String number) {
    return through.entrySet().stream()
        .filter(one -> one.getValue().equals(number) && standing.containsKey(one.getKey()))
        .map(Map.Entry::getKey)
        .toList();
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

  /** When they last wrote by this channel; empty: not lately. */
  public Optional<Instant> lastBy(Channel channel) {
    return recent.stream()
        .filter(one -> one.channel() == channel)
        .map(Recent::at)
        .max(Instant::compareTo);
  }

  /**
   * When something came after the last year of silence, which may be now; empty when there was none
   * among what is still known.
   *
   * @param receipt a message from it that is looked at now; null: none
   */
  public Optional<Instant> afterSilence(String receipt, Instant now) {
    List<Instant> moments =
        Stream.concat(
                recent.stream().filter(one -> !one.receipt().equals(receipt)).map(Recent::at),
                Stream.of(now))
            .sorted()
            .toList();
    Instant end = null;
    for (int i = 1; i < moments.size(); i++) {
      Duration between = Duration.between(moments.get(i - 1), moments.get(i));
      end = between.compareTo(SILENCE) >= 0 ? moments.get(i) : end;
    }
    return Optional.ofNullable(end);
  }

  /** What came from this address before that message, oldest first. */
  public List<Recent> before(String receipt) {
    return recent.stream().filter(one -> !one.receipt().equals(receipt)).toList();
  }
}
