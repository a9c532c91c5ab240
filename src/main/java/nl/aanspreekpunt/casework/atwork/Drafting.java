package nl.aanspreekpunt.casework.atwork;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Keeps what an official writes, so that closing the browser loses nothing. */
public final class Drafting {
  private static final int TRIES = 5;
  private static final int AT_ONCE = 100;
  private final DraftReplies drafts;

  Drafting(DraftReplies drafts) {
    this.drafts = drafts;
  }

  /**
   * What became of it.
   *
   * @param draft as it is stored now; null when nothing is
   * @param elsewhere something else stands, which was typed on another page: nothing was changed
   */
  public record Kept(DraftReply draft, boolean elsewhere) {}

  /** The last one of this official, also when it was thrown away or sent. */
  public Future<Optional<DraftReply>> of(String caseNumber, String official) {
    return drafts.find(DraftReply.id(caseNumber, official));
  }

  /**
   * Keeps it as it is now. An empty one throws away what stood, so that it can be taken back.
   *
   * @param base version that its page showed when it was opened; 0 when it showed none
   * @param anyway also over what was typed on another page
   */
  public Future<Kept> keep(DraftReply typed, long base, boolean anyway) {
    return change(typed, before -> after(before, typed, base, anyway));
  }

  private static Kept after(
      Optional<DraftReply> stored, DraftReply typed, long base, boolean anyway) {
    boolean empty = typed.text().isBlank();
    if (stored.isEmpty()) {
      return empty ? new Kept(null, false) : new Kept(typed, false);
    }
    DraftReply before = stored.get();
    boolean samePage = before.page() != null && before.page().equals(typed.page());
    if (samePage && before.sent()) {
      return new Kept(before, false); // it came in after its answer
    }
    boolean ours = anyway || samePage || !before.stands() || before.version() == base;
    if (!ours) {
      boolean same = before.text().equals(typed.text());
      return new Kept(before, !same && !empty);
    }
    if (empty) {
      return new Kept(before.stands() ? before.discarded(typed.at()) : before, false);
    }
    return new Kept(typed.over(before), false);
  }

  /** Its author does not want it any more: it can be taken back. */
  public Future<Void> discard(String caseNumber, String official, Instant now) {
    return change(
        caseNumber, official, one -> one.stands() ? Optional.of(one.discarded(now)) : none());
  }

  public Future<Void> takeBack(String caseNumber, String official) {
    return change(
        caseNumber, official, one -> one.takeable() ? Optional.of(one.discarded(null)) : none());
  }

  /**
   * It was sent: what this page still tries to keep is kept no more. What was typed on another page
   * and did not go with it stays.
   *
   * @param sent as its page had it; its page is null when that is not known
   * @param base version that its page showed when it was opened; 0 when it showed none
   */
  public Future<Void> sent(DraftReply sent, long base) {
    return change(
        sent.caseNumber(),
        sent.official(),
        one -> went(one, sent, base) ? Optional.of(one.gone(sent.page(), sent.at())) : none());
  }

  private static boolean went(DraftReply stored, DraftReply sent, long base) {
    boolean samePage = stored.page() != null && stored.page().equals(sent.page());
    return samePage
        || !stored.stands()
        || stored.version() == base
        || stored.text().equals(sent.text());
  }

  /** With the content of its case. */
  public Future<Void> destroy(String caseNumber) {
    return drafts
        .ofCase(caseNumber, AT_ONCE)
        .compose(
            found -> {
              Future<Void> all = Future.succeededFuture();
              for (DraftReply one : found) {
                all = all.compose(done -> drafts.delete(one.id()));
              }
              return found.size() < AT_ONCE ? all : all.compose(done -> destroy(caseNumber));
            });
  }

  private static Optional<DraftReply> none() {
    return Optional.empty();
  }

  private Future<Void> change(
      String caseNumber, String official, Function<DraftReply, Optional<DraftReply>> to) {
    String id = DraftReply.id(caseNumber, official);
    return change(
            id,
            before ->
                before
                    .flatMap(to)
                    .map(after -> new Kept(after, false))
                    .orElseGet(() -> new Kept(before.orElse(null), false)),
            TRIES)
        .mapEmpty();
  }

  private Future<Kept> change(DraftReply typed, Function<Optional<DraftReply>, Kept> to) {
    return change(typed.id(), to, TRIES);
  }

  private Future<Kept> change(String id, Function<Optional<DraftReply>, Kept> to, int tries) {
    return drafts
        .find(id)
        .compose(
            before -> {
              Kept kept = to.apply(before);
              if (kept.draft() == null || before.filter(kept.draft()::equals).isPresent()) {
                return Future.succeededFuture(kept);
              }
              Future<Boolean> written =
                  before.isEmpty()
                      ? drafts.add(kept.draft())
                      : drafts.replace(kept.draft(), before.get().version());
              return written.compose(
                  done -> {
                    if (done) {
                      return Future.succeededFuture(kept);
                    }
                    return tries > 1
                        ? change(id, to, tries - 1)
                        : Future.failedFuture("others write this draft all the time");
                  });
            });
  }
}
