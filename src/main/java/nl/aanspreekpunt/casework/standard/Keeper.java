package nl.aanspreekpunt.casework.standard;

import java.util.Set;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Role;

/**
 * Whose a standard text is: one official's own, a team's, or everybody's.
 *
 * @param id official or team id; empty for everybody's
 */
public record Keeper(Of of, String id) {
  /** What a keeper is. */
  public enum Of {
    OWN,
    TEAM,
    ALL
  }

  public static final Keeper EVERYBODY = new Keeper(Of.ALL, "");

  public static Keeper own(String official) {
    return new Keeper(Of.OWN, official);
  }

  public static Keeper team(String team) {
    return new Keeper(Of.TEAM, team);
  }

  /** As it is stored. */
  public String key() {
    return of.name() + ":" + id;
  }

  static Keeper of(String key) {
    int colon = key.indexOf(':');
    return new Keeper(Of.valueOf(key.substring(0, colon)), key.substring(colon + 1));
  }

  /**
   * Whether this official may change its texts: a team's who leads it, everybody's administrators.
   */
  public boolean keeps(Official who, Set<Role> roles, Directory directory) {
    return switch (of) {
      case OWN -> id.equals(who.id());
      case TEAM ->
          roles.contains(Role.ADMINISTRATOR)
              || directory.ledBy(who.id()).stream().anyMatch(team -> team.id().equals(id));
      case ALL -> roles.contains(Role.ADMINISTRATOR);
    };
  }
}
