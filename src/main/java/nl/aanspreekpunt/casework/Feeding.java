package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.DirectoryRefused;
import nl.aanspreekpunt.official.Fed;
import nl.aanspreekpunt.official.FedMistake;
import nl.aanspreekpunt.official.People;
import nl.aanspreekpunt.official.Person;
import nl.aanspreekpunt.store.SetAside;
import nl.aanspreekpunt.store.Trying;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what a feed of people says: who is known well enough becomes an official, who is no
 * longer active leaves, who is active again returns. It is stored first, so that any node goes on
 * with what a crash left.
 */
public final class Feeding {
  private static final Logger LOG = LoggerFactory.getLogger(Feeding.class);

  /** In whose name the directory changes. */
  private static final String BY = "hub";

  private static final int AT_ONCE = 100;

  private final People people;
  private final Trying trying;
  private final Directories directories;
  private final Departing departing;
  private final Clock clock;

  public Feeding(
      People people, Trying trying, Directories directories, Departing departing, Clock clock) {
    this.people = people;
    this.trying = trying;
    this.directories = directories;
    this.departing = departing;
    this.clock = clock;
  }

  /** Somebody who was just stored; completes with how they are kept then. */
  public Future<Person> carryOut(Person stored) {
    return directories
        .mistakes(List.of(stored.fed()))
        .compose(
            mistakes ->
                known(stored, mistakes)
                    .compose(fed -> turn(stored))
                    .compose(turned -> done(stored, mistakes)));
  }

  /** Who is not active and was never an official does not become one. */
  private Future<?> known(Person one, List<FedMistake> mistakes) {
    boolean here = directories.current().official(one.id()).isPresent();
    return mistakes.isEmpty() && (one.active() || here)
        ? directories.feed(List.<Fed>of(one.fed()), BY, clock.instant())
        : Future.succeededFuture();
  }

  private Future<?> turn(Person one) {
    Directory directory = directories.current();
    boolean left =
        directory.departures().stream().anyMatch(gone -> gone.official().equals(one.id()));
    if (one.turn() == Person.Turn.LEAVES && directory.employed(one.id(), clock.instant())) {
      return departing.mark(one.id(), BY).recover(e -> refused(one, e));
    }
    if (one.turn() == Person.Turn.RETURNS && left) {
      return departing.comeBack(one.id(), BY).mapEmpty().recover(e -> refused(one, e));
    }
    return Future.succeededFuture();
  }

  private static <T> Future<T> refused(Person one, Throwable why) {
    if (why instanceof DirectoryRefused) {
      LOG.warn("the feed says {} of '{}': {}", one.turn(), one.id(), why.getMessage());
      return Future.succeededFuture();
    }
    return Future.failedFuture(why);
  }

  private Future<Person> done(Person stored, List<FedMistake> mistakes) {
    Person done = stored.done(mistakes.stream().map(FedMistake::field).distinct().toList());
    return people.replace(done, stored.version()).map(first -> done);
  }

  /** What a crash left; completes with how many that were. */
  public Future<Integer> tick() {
    return trying.each(SetAside.Queue.FEED, people::waiting, AT_ONCE, Person::id, this::carryOut);
  }
}
