package nl.aanspreekpunt.web.login;

import static com.mongodb.client.model.Filters.eq;
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

final class MongoSessions implements Sessions {
  private static final String TABLE = "sessions";
  private static final int AT_ONCE = 200;

  private final Store store;
  private final Table<Session> sessions;
  private final Table<Session> ended;

  MongoSessions(Store store) {
    this.store = store;
    sessions = store.table(TABLE, Session.class);
    ended = store.journaled(TABLE, Session.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure(TABLE, List.of(Index.on("account"), Index.on("endsAt")));
  }

  @Override
  public Future<Boolean> add(Session session) {
    return sessions.insert(session);
  }

  @Override
  public Future<Optional<Session>> find(String id) {
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
  public Future<Void> endOthers(String account, String but) {
    return sessions
        .find(eq("account", account), null, AT_ONCE)
        .compose(
            all ->
                Future.join(
                    all.stream()
                        .filter(one -> !one.id().equals(but))
                        .map(one -> ended.delete(one.id()))
                        .toList()))
        .mapEmpty();
  }

  @Override
  public Future<Void> clean(Instant now) {
    return sessions.tidy(lte("endsAt", now), Session::id);
  }
}
