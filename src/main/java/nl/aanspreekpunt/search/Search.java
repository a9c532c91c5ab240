package nl.aanspreekpunt.search;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Unsought;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.store.Store;

/** All there is to searching, put together. */
public final class Search {
  private final Unsought unsought;
  private final Entries entries;
  private final Indexing indexing;
  private final Searching searching;
  private final Views views;

  public Search(
      Vertx vertx,
      Store store,
      Cases cases,
      Receipts receipts,
      Outbox outbox,
      Identities identities,
      Clock clock) {
    unsought = Unsought.in(store);
    entries = Entries.in(store);
    Backlog backlog = new Backlog(store);
    indexing = new Indexing(vertx, cases, unsought, receipts, outbox, entries, backlog, clock);
    searching = new Searching(vertx, cases, receipts, outbox, identities, entries);
    views = Views.in(store, clock);
  }

  /** Creates the indexes. */
  public Future<Void> prepare() {
    return Future.all(unsought.prepare(), entries.prepare(), views.prepare()).mapEmpty();
  }

  public Indexing indexing() {
    return indexing;
  }

  public Searching searching() {
    return searching;
  }

  public Views views() {
    return views;
  }

  /**
   * What a case was found by goes, for whoever destroys what was said in it: to be called once that
   * is gone and the case says so, by which it is found again by what is left.
   *
   * @param number of the case
   */
  public Future<Void> forget(String number) {
    return indexing.delete(number, 0);
  }
}
