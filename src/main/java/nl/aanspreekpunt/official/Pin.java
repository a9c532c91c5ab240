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
    return with("pin-" + version, revoked);
  }

  Pin revoked(Instant when, String who, String why) {
    return with(id, new Revoked(when, who, why));
  }

  private Pin with(String number, Revoked taken) {
    return new Pin(
        number,
        topic,
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
