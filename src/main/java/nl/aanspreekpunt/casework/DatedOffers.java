package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.promise.DatedPromises;
import nl.aanspreekpunt.promise.Promise;

/**
 * The dated promises that the hub read in an answer. The citizen has read them too: they count from
 * the moment the answer is sent, until somebody says that they are none.
 */
public final class DatedOffers {
  private DatedOffers() {}

  /** Those of which nobody said yet whether they are promises. */
  public static List<Promise> in(Case one) {
    return one.openPromises().stream().filter(Promise::unconfirmed).toList();
  }

  /** What is promised in a text by whoever sends it now. */
  public static List<DatedPromises.Dated> read(String team, String text, Moment moment) {
    return of(team, moment).in(text, moment.now());
  }

  /** The same of one text that is filled in for many. */
  public static Function<String, List<DatedPromises.Dated>> reader(String team, Moment moment) {
    return of(team, moment).reader(moment.now());
  }

  private static DatedPromises of(String team, Moment moment) {
    return new DatedPromises(moment.directory().zone(), moment.directory().clock(team));
  }

  /**
   * Puts what a sent answer promises, beside what its author confirmed with it. Not in a case that
   * is closed.
   *
   * @param entry outbox id of the answer
   * @param confirmed what they confirmed
   */
  static void put(Draft draft, String entry, String text, List<Promising> confirmed) {
    if (!draft.before.open()) {
      return;
    }
    for (DatedPromises.Dated read : read(draft.team(), text, draft.moment)) {
      boolean said =
          confirmed.stream()
              .anyMatch(
                  one -> one.kind() == read.kind() && one.words().strip().equals(read.words()));
      if (!said && !Promising.made(draft.promises.all(), read.kind(), read.due())) {
        Promising promising = new Promising(read.kind(), read.due(), read.words(), null, "hub");
        draft.promises.put(promising.put(draft).notBefore(read.from()).readIn(entry));
      }
    }
  }

  /**
   * Whether somebody who works here does not on the day of that moment, or no more before it: it is
   * their day off, or they are away. Of a moment that has passed nothing is said.
   *
   * @param official official id
   */
  public static boolean isOff(String official, Instant due, Moment moment) {
    Directory directory = moment.directory();
    ZoneId zone = directory.zone();
    LocalDate day = LocalDate.ofInstant(due.minusNanos(1), zone);
    Instant morning = day.atStartOfDay(zone).toInstant();
    Instant from = morning.isAfter(moment.now()) ? morning : moment.now();
    return from.isBefore(due)
        && directory.employed(official, moment.now())
        && !directory.works(official, from, due)
        && !directory.works(official, due, due.plusSeconds(60)); // when they open is no day off
  }

  /**
   * What was read in an answer is no promise, says who may answer for it: nothing is due, and it is
   * not read again.
   *
   * @param promise promise id
   */
  public record Declining(String promise, String by) implements Act {
    /** How it ended. */
    public static final String HOW = "not-promised";

    @Override
    public Decision on(Case before, Moment moment) {
      Optional<Promise> read = before.promise(promise).filter(Promise::unconfirmed);
      if (read.isEmpty()) {
        return before.promise(promise).isEmpty()
            ? Decision.refused("no-such-promise")
            : new Decision.Unchanged(before);
      }
      Draft draft = new Draft(before, moment);
      draft.promises.withdraw(read.get(), by, HOW);
      return draft.done();
    }
  }
}
