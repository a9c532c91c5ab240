package nl.aanspreekpunt.web;

import java.util.EnumSet;
import java.util.Set;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.official.Team;

/**
 * The official who is logged in.
 *
 * @param roles with the ones that follow from the teams
 * @param account what they logged in with
 * @param session the session's id, never its token
 * @param quietKeys letters on the keyboard do nothing on their pages
 * @param mustChange the first password still stands
 */
public record Viewer(
    Official official,
    Set<Role> roles,
    String account,
    String session,
    boolean quietKeys,
    boolean mustChange) {

  public static Viewer of(
      Official official, Directory directory, String account, String session, boolean mustChange) {
    Set<Role> roles = EnumSet.of(Role.OFFICIAL);
    roles.addAll(official.roles());
    for (Team team : directory.teams()) {
      if (official.id().equals(team.coordinator())) {
        roles.add(Role.COORDINATOR);
      }
      if (official.id().equals(team.manager())) {
        roles.add(Role.MANAGER);
      }
    }
    boolean quiet = directory.profile(official.id()).quietKeys();
    return new Viewer(official, Set.copyOf(roles), account, session, quiet, mustChange);
  }

  /** Whose forms these are: a token is for one session of one account. */
  public String holder() {
    return holder(session, account);
  }

  public static String holder(String session, String account) {
    return session + " " + account;
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Sees a team's work. */
  public boolean leads() {
    return is(Role.COORDINATOR) || is(Role.MANAGER) || is(Role.ADMINISTRATOR);
  }
}
