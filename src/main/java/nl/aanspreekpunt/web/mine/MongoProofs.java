package nl.aanspreekpunt.web.mine;

import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoProofs implements Proofs {
  private static final String CHALLENGES = "citizen-codes";
  private static final String ASKED = "citizen-codes-asked";
  private static final String SESSIONS = "citizen-sessions";

  private final Store store;
  private final Table<Challenge> challenges;
  private final Table<Asked> asked;
  private final Table<Mine> sessions;
  private final Table<Mine> ended;

  MongoProofs(Store store) {
    this.store = store;
    challenges = store.table(CHALLENGES, Challenge.class);
    asked = store.table(ASKED, Asked.class);
    sessions = store.table(SESSIONS, Mine.class);
    ended = store.journaled(SESSIONS, Mine.class);
  }

  @Override
  public Future<Void> prepare() {
    return Future.all(
            store.ensure(CHALLENGES, List.of(Index.on("until"))),
            store.ensure(ASKED, List.of(Index.on("since"))),
            store.ensure(SESSIONS, List.of(Index.on("endsAt"))))
        .mapEmpty();
  }

  @Override
  public Future<Boolean> add(Challenge challenge) {
    return challenges.insert(challenge);
  }

  @Override
  public Future<Optional<Challenge>> challenge(String id) {
    return challenges.find(id);
  }

  @Override
  public Future<Boolean> tried(Challenge next) {
    return challenges.replace(next, next.version() - 1);
  }

  @Override
  public Future<Boolean> use(String id) {
    return challenges.delete(id);
  }

  @Override
  public Future<Optional<Asked>> asked(String id) {
    return asked.find(id);
  }

  @Override
  public Future<Boolean> ask(Asked next) {
    return next.version() == 1 ? asked.insert(next) : asked.replace(next, next.version() - 1);
  }

  @Override
  public Future<Boolean> add(Mine session) {
    return sessions.insert(session);
  }

  @Override
  public Future<Optional<Mine>> session(String id) {
    return sessions.find(id);
  }

  /** Only while it is there: one that was ended stays ended. */
  @Override
  public Future<Void> seen(String id, Instant now, Instant endsAt) {
    return sessions.change(id, null, combine(set("seenAt", now), set("endsAt", endsAt))).mapEmpty();
  }

  /** Journaled: who logged out stays logged out. */
  @Override
  public Future<Boolean> end(String id) {
    return ended.delete(id);
  }

  @Override
  public Future<Void> clean(Instant now) {
    return Future.join(
            challenges.tidy(lte("until", now), Challenge::id),
            asked.tidy(lte("since", now.minus(Asked.DAY)), Asked::id),
            sessions.tidy(lte("endsAt", now), Mine::id))
        .mapEmpty();
  }
}
