package nl.aanspreekpunt.casework.atwork;

import io.vertx.core.Future;
import nl.aanspreekpunt.store.Store;

/** What officials have before them while they work on a case; none of it is the case's own. */
public final class AtWork {
  private final DraftReplies drafts;
  private final Drafting drafting;
  private final Looks looks;
  private final Desks desks;

  private AtWork(DraftReplies drafts, Looks looks, Desks desks) {
    this.drafts = drafts;
    this.drafting = new Drafting(drafts);
    this.looks = looks;
    this.desks = desks;
  }

  public static AtWork in(Store store) {
    return new AtWork(DraftReplies.in(store), Looks.in(store), Desks.in(store));
  }

  /** Creates the indexes. */
  public Future<Void> prepare() {
    return Future.all(drafts.prepare(), looks.prepare()).mapEmpty();
  }

  /** What they write. */
  public Drafting drafting() {
    return drafting;
  }

  /** How far they had read. */
  public Looks looks() {
    return looks;
  }

  /** Who else is at it. */
  public Desks desks() {
    return desks;
  }

  /** With the content of the case. */
  public Future<Void> destroy(String number) {
    return drafting
        .destroy(number)
        .compose(done -> looks.destroy(number))
        .compose(done -> desks.destroy(number));
  }
}
