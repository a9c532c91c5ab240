package nl.aanspreekpunt.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Role;

/**
 * Who looks, and when.
 *
 * @param official null: another system with the administrator's scope, which reads all
 */
public record Reader(Official official, Set<Role> roles, Moment moment) {
  /** Who acts for somebody as far ahead as anything is usually due. */
  private static final Duration AHEAD = Duration.ofDays(30);

  /** What of a case they may see. */
  public Access access(Case one) {
    return official == null ? Access.TEXT : Access.of(one, official, roles, moment);
  }

  /** Official id; null for a system. */
  String id() {
    return official == null ? null : official.id();
  }

  /**
   * What is in each entry that they may read, and in few others: {@link Access} says of each case
   * whether it is so. Empty: whatever is in it.
   */
  List<String> keys() {
    if (official == null) {
      return List.of();
    }
    Directory directory = moment.directory();
    List<String> keys = new ArrayList<>();
    keys.add(Terms.narrow('o', official.id()));
    directory.teams().stream()
        .filter(team -> official.id().equals(team.coordinator()))
        .forEach(team -> keys.add(Terms.narrow('t', team.id())));
    directory.officials().stream()
        .filter(one -> !one.id().equals(official.id()) && standsInFor(one, directory))
        .forEach(one -> keys.add(Terms.narrow('r', one.id())));
    return keys;
  }

  private boolean standsInFor(Official one, Directory directory) {
    Instant now = moment.now();
    return official.id().equals(one.deputy())
        || directory.absences().stream()
            .filter(away -> away.official().equals(one.id()) && away.covers(now))
            .map(Absence::deputy)
            .anyMatch(official.id()::equals)
        || Stream.of(now, now.plus(AHEAD))
            .map(until -> directory.actingFor(one.id(), now, until))
            .anyMatch(acts -> acts.id().equals(official.id()));
  }
}
