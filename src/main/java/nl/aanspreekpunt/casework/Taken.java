package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.citizen.Identity;

/**
 * What is to be learned from where a named person put a message. Nothing from what named its case
 * by something we signed: that was right, though its sender wrote about something else. Nothing
 * either from a message that is no longer among the latest of its sender.
 */
public final class Taken {
  private Taken() {}

  /** Whether a message (receipt id) came to this case for nothing but its sender's address. */
  public static boolean byAddress(Case one, String message) {
    return one.happened(CaseEvent.Routed.class)
        .filter(routed -> routed.receipt().equals(message))
        .anyMatch(routed -> routed.match().evidence() instanceof Evidence.Conversation);
  }

  /**
   * It does not belong with the case of that number.
   *
   * @param who is known by the address it came from
   */
  public static List<Lesson> apart(
      Case one, String message, String number, Optional<Identity> who, String by, Instant at) {
    return of(one, message, who).map(it -> Lesson.apart(it, number, by, at)).stream().toList();
  }

  /** It belongs with the case of that number; a text message follows what was last exchanged. */
  public static List<Lesson> belongs(
      Case one, String message, String number, Optional<Identity> who, String by, Instant at) {
    return of(one, message, who)
        .filter(it -> !it.subject().isEmpty())
        .map(it -> Lesson.belongs(it, number, by, at))
        .stream()
        .toList();
  }

  /** Empty when there are none, or too many, to know something by. */
  public static Optional<Lesson> words(
      Case one, String words, String topic, String by, Instant at) {
    boolean fit =
        words != null
            && words.length() <= Lesson.LONGEST_WORDS
            && Lesson.plain(words).length() >= 3;
    return fit ? Optional.of(Lesson.words(one, words.strip(), topic, by, at)) : Optional.empty();
  }

  private static Optional<Lesson.Message> of(Case one, String message, Optional<Identity> who) {
    return who.flatMap(
        identity ->
            identity.recent().stream()
                .filter(recent -> recent.receipt().equals(message))
                .findFirst()
                .map(recent -> new Lesson.Message(one, identity.id(), recent.subject())));
  }
}
