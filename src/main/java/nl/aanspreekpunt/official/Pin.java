package nl.aanspreekpunt.official;

import java.time.Instant;

/**
 * A rule that who leads somebody pinned: such questions go to this official, or not to this one.
 * What is null does not matter; of what is set all must fit, and something is.
 *
 * @param id short: {@code pin-12}
 * @param organisation domain of the sender's address, lower case: also what is below it
 * @param word a word or phrase in the subject
 * @param official official id
 * @param not to anybody but them
 * @param first also before the citizen's standing official
 * @param until null: until it is revoked
 * @param reason why, for colleagues
 * @param by official id, or "hub" for a system
 * @param revoked null while it stands
 */
public record Pin(
    String id,
    String topic,
    String neighbourhood,
    String organisation,
    String word,
    String official,
    boolean not,
    boolean first,
    Instant from,
    Instant until,
    String reason,
    String by,
    Instant at,
    Revoked revoked) {

  /** Taken back. */
  public record Revoked(Instant at, String by, String reason) {}

  /** What of a question it looks at; each may be null but the subject. */
  public record Facts(String topic, String neighbourhood, String email, String subject) {}

  /** Neither revoked nor over, begun or not. */
  public boolean stands(Instant now) {
    return revoked == null && (until == null || until.isAfter(now));
  }

  /**
   * The same, about the topic that took over from its own when that is no more.
   *
   * @param from neighbourhood of the question; null when unknown
   */
  public Pin following(Moves moves, String from) {
    return moves
        .of(Moves.What.TOPIC, topic, from, not ? null : official)
        .map(now -> with(id, now, revoked))
        .orElse(this);
  }

  /** What it is about is no more, and nothing took over from it. */
  public boolean pointsNowhere(Directory directory) {
    return (topic != null && directory.topic(topic, neighbourhood).isEmpty())
        || (neighbourhood != null && !directory.neighbourhoods().containsKey(neighbourhood));
  }

  /** Whether it holds for such a question at that moment. */
  public boolean fits(Facts question, Instant now) {
    return stands(now)
        && !from.isAfter(now)
        && (topic == null || topic.equals(question.topic()))
        && (neighbourhood == null || neighbourhood.equals(question.neighbourhood()))
        && (organisation == null || isOf(question.email()))
        && (word == null || says(question.subject()));
  }

  private boolean isOf(String email) {
    String domain = email == null ? "" : email.substring(email.lastIndexOf('@') + 1);
    return domain.equals(organisation) || domain.endsWith("." + organisation);
  }

  private boolean says(String subject) {
    Keywords<Pin> words = new Keywords<>();
    words.add(word, this);
    return !words.in(subject).isEmpty();
  }

  /** The same but for what tells when and by whom it was made. */
  boolean saysNoMore(Pin other) {
    return equals(
        new Pin(
            id,
            other.topic,
            other.neighbourhood,
            other.organisation,
            other.word,
            other.official,
            other.not,
            other.first,
            from,
            other.until,
            other.reason,
            other.by,
            at,
            null));
  }

  Pin numbered(long version) {
    return with("pin-" + version, topic, revoked);
  }

  Pin revoked(Instant when, String who, String why) {
    return with(id, topic, new Revoked(when, who, why));
  }

  private Pin with(String number, String about, Revoked taken) {
    return new Pin(
        number,
        about,
        neighbourhood,
        organisation,
        word,
        official,
        not,
        first,
        from,
        until,
        reason,
        by,
        at,
        taken);
  }
}
