package nl.aanspreekpunt.casework.household;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.citizen.Household;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Role;

/**
 * Who reads and changes a household: who may act in a question of one of them. Of the questions
 * themselves nobody reads more than before.
 */
public record HouseholdAccess(Cases cases) {
  private static final int OF_ONE = 50;

  /** A question of one of them, and how far this reader reads it. */
  public record Seen(Case one, Access access) {}

  /**
   * All questions of who is in it, newest first. When nobody is any more: of who was in it, as far
   * as they came before it ended, for who was entitled then.
   */
  public Future<List<Case>> questions(Household of) {
    boolean over = of.citizens().isEmpty();
    Instant ended =
        over
            ? of.members().stream()
                .map(Household.Member::until)
                .max(Comparator.naturalOrder())
                .orElse(of.at())
            : null;
    List<String> citizens =
        over
            ? of.members().stream().map(Household.Member::citizen).distinct().toList()
            : of.citizens();
    List<Future<List<Case>>> each =
        citizens.stream().map(citizen -> cases.ofCitizen(citizen, OF_ONE)).toList();
    return Future.all(each)
        .map(
            read ->
                each.stream()
                    .flatMap(one -> one.result().stream())
                    .filter(one -> !one.joined())
                    .filter(one -> ended == null || !one.openedAt().isAfter(ended))
                    .sorted(Comparator.comparing(Case::openedAt).reversed())
                    .toList());
  }

  /** Those of which this reader may know. */
  public static List<Seen> seen(List<Case> all, Official reader, Set<Role> roles, Moment moment) {
    return all.stream()
        .map(one -> new Seen(one, Access.of(one, reader, roles, moment)))
        .filter(it -> it.access() != Access.NONE)
        .toList();
  }

  /** Whether they may act in one of these, or stand for all of them. */
  public static boolean theirs(Household of, List<Seen> seen, Official reader, Moment moment) {
    return seen.stream().anyMatch(it -> it.access().mayAct())
        || of.official().stream()
            .flatMap(
                official ->
                    Stream.concat(
                        Stream.of(official),
                        moment.directory().official(official).stream()
                            .flatMap(it -> moment.directory().team(it.team()).stream())
                            .map(team -> team.coordinator())))
            .anyMatch(reader.id()::equals);
  }
}
