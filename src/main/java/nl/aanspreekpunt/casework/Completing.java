package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Fed;
import nl.aanspreekpunt.official.FedMistake;
import nl.aanspreekpunt.official.People;
import nl.aanspreekpunt.official.Person;
import nl.aanspreekpunt.official.Team;

/**
 * Of whom a feed says too little for work to go to them, somebody here says the rest. What the feed
 * says later goes before it again, where it says something.
 */
public final class Completing {
  private static final int TRIES = 5;

  private final People people;
  private final Feeding feeding;
  private final Directories directories;
  private final Clock clock;

  public Completing(People people, Feeding feeding, Directories directories, Clock clock) {
    this.people = people;
    this.feeding = feeding;
    this.directories = directories;
    this.clock = clock;
  }

  /**
   * Who is to be completed by who leads these teams: of those teams, or of none that is known.
   *
   * @param teams team ids; null: all
   */
  public Future<List<Person>> incomplete(List<String> teams) {
    return people
        .incomplete()
        .map(all -> all.stream().filter(one -> teams == null || mayBeOf(one, teams)).toList());
  }

  private boolean mayBeOf(Person one, List<String> teams) {
    Directory directory = directories.current();
    Optional<Team> team = Optional.ofNullable(one.fed().team()).flatMap(directory::team);
    return team.map(Team::id).map(teams::contains).orElse(true);
  }

  /**
   * What is said goes on top of what the feed said; with all of it they become an official.
   *
   * @return what still cannot be, nothing is kept then; empty when it is done
   */
  public Future<List<FedMistake>> complete(Person one, Fed said) {
    return complete(one, said, TRIES);
  }

  private Future<List<FedMistake>> complete(Person one, Fed said, int left) {
    Fed whole = said.over(one.fed());
    return directories
        .mistakes(List.of(whole))
        .compose(
            mistakes ->
                mistakes.isEmpty()
                    ? keep(one, whole, said, left)
                    : Future.succeededFuture(mistakes));
  }

  private Future<List<FedMistake>> keep(Person one, Fed whole, Fed said, int left) {
    Person after = one.saying(whole, clock.instant());
    return people
        .replace(after, one.version())
        .compose(
            won -> {
              if (won) {
                return feeding.carryOut(after).map(List.of());
              }
              return left == 0
                  ? Future.failedFuture("'" + one.id() + "' changes too often")
                  : people
                      .find(one.id())
                      .compose(found -> complete(found.orElseThrow(), said, left - 1));
            });
  }
}
