package nl.aanspreekpunt.official;

import java.time.Instant;
import java.util.List;

/**
 * Somebody as another system's feed (SCIM) keeps them here.
 *
 * @param id the official id they have, or get once enough is known
 * @param userName lower case; null once removed
 * @param externalId as that system knows them; null if none
 * @param active whether they work here, as that system says
 * @param removed it no longer keeps them here
 * @param resource what it said, as JSON without id and meta
 * @param fed the same as facts about an official
 * @param missing what is still to be completed before work can go to them; empty when nothing is
 * @param incomplete whether that is to be seen to: something is missing, and they are active
 * @param turn what this version is to bring about; null when that is done
 * @param waiting whether it has yet to be carried out
 */
public record Person(
    String id,
    long version,
    String userName,
    String externalId,
    boolean active,
    boolean removed,
    String resource,
    Fed fed,
    List<String> missing,
    boolean incomplete,
    Turn turn,
    boolean waiting,
    Instant createdAt,
    Instant changedAt) {
  /** Whether they come or go with this version. */
  public enum Turn {
    LEAVES,
    RETURNS
  }

  public Person {
    missing = missing == null ? List.of() : List.copyOf(missing);
  }

  /** With what somebody here says of them; yet to be carried out. */
  public Person saying(Fed completed, Instant now) {
    return new Person(
        id,
        version + 1,
        userName,
        externalId,
        active,
        removed,
        resource,
        completed,
        missing,
        incomplete,
        turn,
        true,
        createdAt,
        now);
  }

  /** Carried out. */
  public Person done(List<String> stillMissing) {
    return new Person(
        id,
        version + 1,
        userName,
        externalId,
        active,
        removed,
        resource,
        fed,
        stillMissing,
        active && !stillMissing.isEmpty(),
        null,
        false,
        createdAt,
        changedAt);
  }
}
