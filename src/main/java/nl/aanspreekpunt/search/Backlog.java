package nl.aanspreekpunt.search;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

/** How far the cases that were there before can be found, newest first. */
final class Backlog {
  private static final String ID = "way-" + Describing.WAY;
  private final Table<State> states;
  private volatile State finished;

  /**
   * @param at when the last one was opened; null: none was looked at yet
   * @param number of that one
   */
  public record State(
      String id, long version, Instant at, String number, long count, boolean done) {
    Cases.Cursor cursor() {
      return at == null ? null : new Cases.Cursor(at, number);
    }
  }

  Backlog(Store store) {
    states = store.table("search-backlog", State.class);
  }

  Future<State> now() {
    return finished != null
        ? Future.succeededFuture(finished)
        : states.find(ID).compose(found -> found.map(this::known).orElseGet(this::first));
  }

  private Future<State> first() {
    State none = new State(ID, 1, null, null, 0, false);
    return states.insert(none).compose(made -> states.find(ID)).map(Optional::orElseThrow);
  }

  private Future<State> known(State state) {
    finished = state.done() ? state : null;
    return Future.succeededFuture(state);
  }

  /** These were done too; another node may have gone further meanwhile. */
  Future<Void> past(State before, List<Case> some) {
    Case last = some.isEmpty() ? null : some.get(some.size() - 1);
    State after =
        new State(
            ID,
            before.version() + 1,
            last == null ? before.at() : last.openedAt(),
            last == null ? before.number() : last.id(),
            before.count() + some.size(),
            last == null);
    return states.replace(after, before.version()).mapEmpty();
  }
}
