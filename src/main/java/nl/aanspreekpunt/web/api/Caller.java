package nl.aanspreekpunt.web.api;

import java.time.Instant;
import java.util.Optional;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.official.Team;

/**
 * Who asks: a system, or a system in the name of an official.
 *
 * @param official null for a system
 */
public record Caller(ApiToken token, Official official, Directory directory) {
  /** A system with the administrator's scope reads all; one without reads nobody's text. */
  Access access(Case one, Instant now) {
    if (official == null) {
      return token.may(Scope.ADMIN) ? Access.TEXT : Access.EXISTENCE;
    }
    return Access.of(one, official, official.roles(), new Moment(now, directory));
  }

  boolean isSystem() {
    return official == null;
  }

  boolean is(String officialId) {
    return official != null && official.id().equals(officialId);
  }

  boolean has(Role role) {
    return official != null && official.roles().contains(role);
  }

  /** Whether absences and departures of this colleague are theirs to mark. */
  boolean leads(Official colleague) {
    if (isSystem() || has(Role.ADMINISTRATOR)) {
      return true;
    }
    Optional<Team> team = directory.team(colleague.team());
    return team.filter(of -> is(of.coordinator()) || is(of.manager())).isPresent();
  }
}
