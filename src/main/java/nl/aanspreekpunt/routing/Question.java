package nl.aanspreekpunt.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Topic;

/**
 * A message as the policies see it.
 *
 * @param sender null when nobody can be read from it
 * @param identity the sender's; null when there is no sender
 * @param recipients hub addresses, lower case
 * @param topicChosen in a form or by a system; null otherwise
 * @param neighbourhoodChosen likewise
 * @param threads Message-IDs it answers, most telling first
 * @param caseChosen case number from a signed follow page or a system; null otherwise
 * @param doubt why the sender may not be who it says; null if no doubt
 */
public record Question(
    String receipt,
    Channel channel,
    Address sender,
    Identity identity,
    List<String> recipients,
    String subject,
    String text,
    String topicChosen,
    String neighbourhoodChosen,
    List<String> threads,
    String caseChosen,
    String doubt,
    Directory directory,
    Instant now) {

  /** Words enough to find a topic in. */
  private static final int WORDS = 20_000;

  String words() {
    String all = subject + "\n" + text;
    return all.substring(0, Math.min(WORDS, all.length()));
  }

  /** Chosen, else the address it was sent to, else the words; with what decided. */
  Optional<About> topic() {
    if (topicChosen != null) {
      Optional<Topic> chosen = directory.topic(topicChosen);
      if (chosen.isPresent()) {
        return chosen.map(topic -> new About(topic, "topic chosen: " + topic.name().nl()));
      }
    }
    return recipients.stream()
        .flatMap(to -> directory.byTopicAddress(to).stream())
        .findFirst()
        .map(topic -> new About(topic, "sent to the address of " + topic.name().nl()))
        .or(
            () ->
                directory
                    .topicIn(words())
                    .map(
                        match ->
                            new About(
                                match.topic(),
                                match.topic().name().nl()
                                    + ", by the words "
                                    + String.join(", ", match.words()))));
  }

  Optional<String> neighbourhood() {
    return neighbourhoodChosen != null
        ? Optional.of(neighbourhoodChosen)
        : directory.neighbourhoodIn(words());
  }

  /** A topic and what it was read from. */
  record About(Topic topic, String evidence) {}
}
