package nl.aanspreekpunt.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Doubt;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Lesson;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Route;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.citizen.Household;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.citizen.Subjects;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.OwnNumber;
import nl.aanspreekpunt.official.OwnNumber.Meaning;
import nl.aanspreekpunt.official.Topic;

/**
 * A message as the policies see it.
 *
 * @param sender null when nobody can be read from it
 * @param identity the sender's; null when there is no sender
 * @param recipients hub addresses, lower case
 * @param language of the citizen, in two letters; null when unknown
 * @param topicChosen in a form or by a system; null otherwise
 * @param neighbourhoodChosen likewise
 * @param text in their own words, without what they answer
 * @param complaint chosen in a form
 * @param automatic a machine wrote it
 * @param threads Message-IDs it answers, most telling first
 * @param caseChosen case number from a signed follow page or a system; null otherwise
 * @param callNumber where they want to be called, when it asks for or speaks of a call (E.164);
 *     null otherwise
 * @param doubt what a trusted server found against the sender; null if nothing
 * @param lessons what people taught that may be about it
 * @param households where its sender is or was linked
 * @param silent its telephone number may be another's than it was: see {@link ChangedHands}
 * @param forward it passes an earlier message on, and answers none
 */
public record Question(
    String receipt,
    Channel channel,
    Address sender,
    Identity identity,
    List<String> recipients,
    String subject,
    String text,
    String language,
    String topicChosen,
    String neighbourhoodChosen,
    boolean complaint,
    boolean automatic,
    List<String> threads,
    String caseChosen,
    String callNumber,
    String doubt,
    Directory directory,
    Instant now,
    List<Lesson> lessons,
    List<Household> households,
    boolean silent,
    boolean forward) {

  public Question {
    households = households == null ? List.of() : List.copyOf(households);
  }

  /**
   * A call, of which nothing is known but who calls whom.
   *
   * @param receipt of what is kept of it
   * @param sender null: withheld
   * @param identity the sender's; null: who calls is not known
   * @param number of ours that was called (E.164)
   */
  public static Question ofCall(
      String receipt,
      Address sender,
      Identity identity,
      String number,
      String language,
      Directory directory,
      Instant now) {
    return new Question(
        receipt,
        Channel.PHONE,
        sender,
        identity,
        List.of(number),
        "",
        "",
        language,
        null,
        null,
        false,
        false,
        List.of(),
        null,
        null,
        null,
        directory,
        now,
        List.of(),
        List.of(),
        false,
        false);
  }

  /** Joins the last conversation on its number: it has no subject. */
  boolean byNumber() {
    return channel.texting() || channel == Channel.PHONE;
  }

  /** Words enough to find a topic in. */
  private static final int WORDS = 20_000;

  String words() {
    String all = subject + "\n" + text;
    return all.substring(0, Math.min(WORDS, all.length()));
  }

  /** Chosen, else the address it was sent to, else the words; with what decided. */
  Optional<About> topic() {
    if (topicChosen != null) {
      Optional<Topic> chosen = directory.topic(topicChosen, neighbourhood().orElse(null));
      if (chosen.isPresent()) {
        return chosen.map(topic -> new About(topic, Evidence.Sign.CHOSEN, List.of()));
      }
    }
    return addressed().stream()
        .flatMap(to -> directory.byTopicAddress(to, neighbourhood().orElse(null)).stream())
        .findFirst()
        .or(this::topicOfNumber)
        .map(topic -> new About(topic, Evidence.Sign.ADDRESS, List.of()))
        .or(this::taughtTopic)
        .or(
            () ->
                directory
                    .topicIn(words())
                    .map(match -> new About(match.topic(), Evidence.Sign.WORDS, match.words())));
  }

  /** Ours, as they were written and without what stands behind a plus. */
  List<String> addressed() {
    return recipients.stream()
        .flatMap(to -> Stream.of(to, to.replaceFirst("\\+[^@]*@", "@")))
        .distinct()
        .toList();
  }

  private Optional<Topic> topicOfNumber() {
    return meaning()
        .filter(Meaning.OfTopic.class::isInstance)
        .flatMap(of -> directory.topic(((Meaning.OfTopic) of).id(), neighbourhood().orElse(null)));
  }

  /** Whom the number of ours is of that it was sent to; empty: to none that is named. */
  Optional<Meaning> meaning() {
    return recipients.stream()
        .flatMap(to -> directory.numbers().of(to).stream())
        .map(OwnNumber::meaning)
        .findFirst();
  }

  private Optional<About> taughtTopic() {
    return taughtWords()
        .flatMap(
            lesson ->
                directory
                    .topic(lesson.topic())
                    .map(it -> new About(it, Evidence.Sign.WORDS, List.of(lesson.words()))));
  }

  /** The latest lesson whose words stand in it, of a topic that there is. */
  Optional<Lesson> taughtWords() {
    return lessons.stream()
        .filter(one -> one.kind() == Lesson.Kind.WORDS)
        .filter(one -> directory.topic(one.topic()).isPresent())
        .filter(one -> one.standsIn(words()))
        .findFirst();
  }

  /** What was taught about this sender and subject. */
  List<Lesson> taught(Lesson.Kind kind) {
    String subject = Subjects.key(subject());
    return sender == null
        ? List.of()
        : lessons.stream()
            .filter(one -> one.kind() == kind && one.isOf(sender.id(), subject))
            .toList();
  }

  /** Somebody said that it does not belong with that case. */
  boolean apartFrom(Case one) {
    return taught(Lesson.Kind.APART).stream().anyMatch(it -> it.number().equals(one.id()));
  }

  /** Something came from this sender before that was like it: it may be taught where that goes. */
  boolean mayBeTaught() {
    String subject = Subjects.key(subject());
    return sender != null
        && identity != null
        && identity.before(receipt).stream().anyMatch(one -> one.subject().equals(subject));
  }

  Question with(List<Lesson> taught, List<Household> linked, boolean mayBeAnothers) {
    return new Question(
        receipt,
        channel,
        sender,
        identity,
        recipients,
        subject,
        text,
        language,
        topicChosen,
        neighbourhoodChosen,
        complaint,
        automatic,
        threads,
        caseChosen,
        callNumber,
        doubt,
        directory,
        now,
        taught,
        linked,
        mayBeAnothers,
        forward);
  }

  Optional<String> neighbourhood() {
    return neighbourhoodChosen != null
        ? Optional.of(neighbourhoodChosen)
        : directory.neighbourhoodIn(words());
  }

  /** What was agreed about contact with the citizen after a threat; empty: nothing stands. */
  Optional<Identity.AgreedContact> agreed() {
    return Optional.ofNullable(identity).flatMap(known -> known.agreed(now));
  }

  /** Whether the sender is who it says. */
  List<Doubt> doubts() {
    return doubt == null ? List.of() : List.of(Doubt.authentication(doubt));
  }

  /** Of a question that joins nothing: a telephone number has no name with it. */
  List<Doubt> doubtsOfNew() {
    return sender != null && sender.kind() == Address.Kind.PHONE ? doubtsOfAddress() : doubts();
  }

  /** Besides, whether an address tells who it is. */
  List<Doubt> doubtsOfAddress() {
    List<Doubt> doubts = new ArrayList<>(doubts());
    if (identity != null && identity.shared()) {
      doubts.add(Doubt.SHARED);
    }
    if (silent) {
      doubts.add(Doubt.SILENT);
    }
    return doubts;
  }

  /** A case of its own beside the one it may belong to, at whoever is responsible there now. */
  Route beside(Case one, Match match) {
    return Route.beside(one, directory.successorOf(one.official(), now).id(), match);
  }

  /**
   * A topic and what it was read from.
   *
   * @param words those that decided; empty unless {@code sign} is WORDS
   */
  record About(Topic topic, Evidence.Sign sign, List<String> words) {}
}
