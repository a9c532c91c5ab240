package nl.aanspreekpunt.friction;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.official.Team;

/**
 * Who looks at what chafes until somebody names another: the configured policy official of the
 * reporting team, else the one for all, else that team's manager or coordinator. So it never
 * belongs to nobody.
 *
 * @param byTeam official ids by team id; under the empty text who has all others
 */
public record Owners(Map<String, String> byTeam) {
  public Owners {
    byTeam = Map.copyOf(byTeam);
  }

  /**
   * @param written such as {@code pieter.hoekstra, wonen=jan.devries}; null: nobody is configured
   */
  public static Owners read(String written) {
    Map<String, String> byTeam = new LinkedHashMap<>();
    for (String one : written == null ? new String[0] : written.split(",", -1)) {
      String[] pair = one.strip().split("\\s*=\\s*", 2);
      byTeam.put(pair.length == 2 ? pair[0] : "", pair[pair.length - 1]);
    }
    return new Owners(byTeam);
  }

  /**
   * Official id.
   *
   * @param by who reported it
   */
  String of(String team, String by, Moment moment) {
    return named(team, moment)
        .or(() -> named("", moment))
        .or(
            () ->
                moment.directory().team(team).map(Team::manager).filter(one -> works(one, moment)))
        .or(
            () ->
                moment
                    .directory()
                    .team(team)
                    .map(Team::coordinator)
                    .filter(one -> works(one, moment)))
        .orElse(by);
  }

  private Optional<String> named(String team, Moment moment) {
    return Optional.ofNullable(byTeam.get(team)).filter(one -> works(one, moment));
  }

  private static boolean works(String official, Moment moment) {
    return moment.directory().employed(official, moment.now());
  }
}
