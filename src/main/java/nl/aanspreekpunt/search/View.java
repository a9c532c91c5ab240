package nl.aanspreekpunt.search;

import java.time.Instant;

/**
 * What somebody looks for now and then, under a name.
 *
 * @param owner official id
 * @param team whose it is too (team id); null: the owner's alone
 * @param query what is looked for, as the page's address has it
 * @param deletedAt null while it stands
 */
public record View(
    String id,
    long version,
    String owner,
    String team,
    String name,
    String query,
    Instant at,
    Instant deletedAt) {
  public static final int LONGEST_NAME = 60;
  public static final int LONGEST_QUERY = 1_000;

  View named(String other) {
    return new View(id, version + 1, owner, team, other, query, at, deletedAt);
  }

  View deleted(Instant moment) {
    return new View(id, version + 1, owner, team, name, query, at, moment);
  }
}
