package nl.aanspreekpunt.search;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.store.Store;

/** Named views: an official's own, and those of their team. */
public final class Views {
  /** Of one official, and of one team. */
  public static final int MOST = 30;

  private static final Duration UNDO = Duration.ofDays(1);
  private static final Comparator<View> BY_NAME = Comparator.comparing(View::name);

  private final MongoViews stored;
  private final Clock clock;

  private Views(MongoViews stored, Clock clock) {
    this.stored = stored;
    this.clock = clock;
  }

  static Views in(Store store, Clock clock) {
    return new Views(new MongoViews(store), clock);
  }

  Future<Void> prepare() {
    return stored.prepare();
  }

  /** Those that an official sees, theirs first, each by name. */
  public Future<List<View>> of(Official me) {
    return Future.all(stored.owned(me.id(), 2 * MOST), stored.shared(me.team(), 2 * MOST))
        .map(
            both -> {
              List<View> own = both.resultAt(0);
              List<View> shared = both.resultAt(1);
              return Stream.concat(
                      own.stream().sorted(BY_NAME),
                      shared.stream().filter(one -> !one.owner().equals(me.id())).sorted(BY_NAME))
                  .filter(one -> one.deletedAt() == null)
                  .toList();
            });
  }

  /** One that this official sees, also one they deleted and may have back. */
  public Future<Optional<View>> find(String id, Official me) {
    return stored.find(id).map(found -> found.filter(one -> sees(one, me)));
  }

  private static boolean sees(View one, Official me) {
    return one.owner().equals(me.id()) || (one.team() != null && one.team().equals(me.team()));
  }

  /** Who made it, and who leads the team whose it is. */
  public static boolean mayChange(View one, Official me, Directory directory) {
    return one.owner().equals(me.id())
        || (one.team() != null
            && directory
                .team(one.team())
                .filter(team -> team.coordinator().equals(me.id()))
                .isPresent());
  }

  /**
   * Empty when there are too many already.
   *
   * @param shared with their team
   */
  public Future<Optional<View>> keep(Official me, boolean shared, String name, String query) {
    String id = UUID.randomUUID().toString().substring(0, 13);
    String team = shared ? me.team() : null;
    View made = new View(id, 1, me.id(), team, name, query, clock.instant(), null);
    return Future.all(stored.owned(me.id(), 4 * MOST), stored.shared(me.team(), 4 * MOST))
        .compose(
            both -> {
              List<View> own = both.resultAt(0);
              List<View> teams = both.resultAt(1);
              return tidy(own)
                  .compose(
                      done ->
                          full(shared ? teams : own)
                              ? Future.succeededFuture(Optional.<View>empty())
                              : stored.insert(made).map(there -> Optional.of(made)));
            });
  }

  private static boolean full(List<View> all) {
    return all.stream().filter(one -> one.deletedAt() == null).count() >= MOST;
  }

  /** What was deleted long enough ago cannot be had back any more. */
  private Future<Void> tidy(List<View> own) {
    Instant before = clock.instant().minus(UNDO);
    return Future.all(
            own.stream()
                .filter(one -> one.deletedAt() != null && one.deletedAt().isBefore(before))
                .map(one -> stored.delete(one.id()))
                .toList())
        .mapEmpty();
  }

  /** False when somebody changed it meanwhile. */
  public Future<Boolean> rename(View one, String name) {
    return stored.replace(one.named(name), one.version());
  }

  public Future<Boolean> delete(View one) {
    return stored.replace(one.deleted(clock.instant()), one.version());
  }

  /** It is there again. */
  public Future<Boolean> restore(View one) {
    return stored.replace(one.deleted(null), one.version());
  }
}
