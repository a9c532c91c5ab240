package nl.aanspreekpunt.casework.bulk;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Once;
import nl.aanspreekpunt.casework.Planned;
import nl.aanspreekpunt.casework.Successors;
import nl.aanspreekpunt.casework.contact.Agreements;
import nl.aanspreekpunt.casework.delivery.Unwanted;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.outbox.optout.OptOuts;

/**
 * An act in several cases, each by itself. Whatever is done here can be done again: what took
 * effect in a case stands there, and takes effect no second time.
 */
record Taking(
    Cases cases,
    Casework casework,
    Agreements agreements,
    OptOuts optOuts,
    BulkWork.Threads threads,
    Successors successors,
    Clock clock) {
  /** Behind the key of an answer: its case was closed. */
  static final String CLOSING = "-closed";

  static final String DONE = "done";
  private static final List<Bulk.State> PENDING =
      List.of(Bulk.State.TODO, Bulk.State.HELD, Bulk.State.DONE);

  /**
   * What became of each.
   *
   * @param failed why one of them could not be looked into; null when all could
   */
  record Known(List<Bulk.Item> items, Throwable failed) {
    /** Fails when one of them did. */
    Future<Void> whole() {
      return failed == null ? Future.succeededFuture() : Future.failedFuture(failed);
    }
  }

  Future<Known> all(Bulk one, List<Bulk.Item> hand) {
    return each(hand, item -> take(one, item));
  }

  private static Future<Known> each(
      List<Bulk.Item> items, Function<Bulk.Item, Future<Bulk.Item>> how) {
    List<Future<Bulk.Item>> all = items.stream().map(how).toList();
    return Future.join(all)
        .otherwiseEmpty()
        .map(
            done ->
                new Known(
                    all.stream().filter(Future::succeeded).map(Future::result).toList(),
                    all.stream()
                        .filter(Future::failed)
                        .map(Future::cause)
                        .findFirst()
                        .orElse(null)));
  }

  private Future<Bulk.Item> take(Bulk all, Bulk.Item item) {
    return cases
        .find(item.number())
        .compose(found -> given(all, item, found))
        .compose(
            given ->
                casework.change(
                    item.number(), new Once(all.key(), DONE, new Hindering(all, item, given))))
        .map(decision -> taken(all, item, decision))
        .recover(Taking::gone)
        .map(state -> state == null ? item.as(Bulk.State.NOT, "bulk-destroyed") : state);
  }

  /** Null: what is not there any more keeps nothing from going on. */
  private static Future<Bulk.Item> gone(Throwable why) {
    return why instanceof Casework.NoSuchCase ? Future.succeededFuture() : Future.failedFuture(why);
  }

  private Future<Given> given(Bulk all, Bulk.Item item, Optional<Case> found) {
    if (found.isEmpty() || !(all.act() instanceof BulkAct.Answer)) {
      return Future.succeededFuture(new Given(Map.of(), null, Unwanted.NONE, successors));
    }
    Case one = found.get();
    Future<Map<String, String>> threading = threads.of(one, item.seen());
    Future<Optional<Identity.AgreedContact>> agreed = agreements.of(one, clock.instant());
    Future<Unwanted> unwanted = Unwanted.of(optOuts, List.of(one));
    return Future.all(threading, agreed, unwanted)
        .map(
            read ->
                new Given(
                    threading.result(),
                    agreed.result().orElse(null),
                    unwanted.result(),
                    successors));
  }

  private static Bulk.Item taken(Bulk all, Bulk.Item item, Decision decision) {
    boolean done =
        decision instanceof Decision.Changed
            || (decision instanceof Decision.Unchanged same && Once.knows(same.as(), all.key()));
    if (!done) {
      return item.as(Bulk.State.NOT, code(decision));
    }
    boolean waits = all.act() instanceof BulkAct.Answer;
    return item.as(waits ? Bulk.State.HELD : Bulk.State.DONE, null);
  }

  /** Why nothing came of it. */
  static String code(Decision decision) {
    return decision instanceof Decision.Refused refused ? refused.refusal().code() : "bulk-same";
  }

  /** What became of the answers that wait for their moment. */
  Future<Known> settled(Bulk one) {
    List<Bulk.Item> held =
        one.items().stream().filter(it -> it.state() == Bulk.State.HELD).toList();
    return each(held, item -> settled(one, item));
  }

  private Future<Bulk.Item> settled(Bulk all, Bulk.Item item) {
    return cases
        .find(item.number())
        .compose(
            found ->
                found
                    .map(now -> settled(all, item, now))
                    .orElseGet(
                        () -> Future.succeededFuture(item.as(Bulk.State.NOT, "bulk-destroyed"))));
  }

  private Future<Bulk.Item> settled(Bulk all, Bulk.Item item, Case now) {
    Optional<Planned> answer = now.care().plans().find(all.answer());
    if (answer.isPresent()) {
      return Future.succeededFuture(
          answer.get().waits()
              ? item
              : item.as(Bulk.State.NOT, "bulk-back-" + why(answer.get().back().why())));
    }
    if (!Once.knows(now, Planned.went(all.answer()))) {
      return Future.succeededFuture(item.as(Bulk.State.NOT, "bulk-dropped"));
    }
    if (!(all.act() instanceof BulkAct.Answer said && said.closes())) {
      return Future.succeededFuture(item.as(Bulk.State.DONE, null));
    }
    Act closing = new Once(all.key() + CLOSING, DONE, said.closing(all, item));
    return casework
        .change(item.number(), closing)
        .map(
            decision ->
                item.as(
                    Bulk.State.DONE, decision instanceof Decision.Refused ? code(decision) : null));
  }

  private static String why(Planned.Why why) {
    return switch (why) {
      case NEWER, ANSWERED, MOVED, CLOSED, CONTACT -> why.name().toLowerCase(Locale.ROOT);
      case UNDONE, LEFT, REFUSED -> "otherwise";
    };
  }

  /** All that can be is taken back. */
  Future<Known> back(Bulk one) {
    List<Bulk.Item> left = one.items().stream().filter(it -> PENDING.contains(it.state())).toList();
    return each(left, item -> back(one, item));
  }

  private Future<Bulk.Item> back(Bulk all, Bulk.Item item) {
    Undoing undoing = new Undoing(all);
    return casework
        .change(item.number(), undoing)
        .map(decision -> taken(undoing, item, decision))
        .recover(Taking::gone)
        .map(state -> state == null ? item.as(Bulk.State.STAYED, "bulk-destroyed") : state);
  }

  private static Bulk.Item taken(Undoing undoing, Bulk.Item item, Decision decision) {
    if (decision instanceof Decision.Refused) {
      return item.as(Bulk.State.STAYED, code(decision));
    }
    Case now =
        decision instanceof Decision.Changed changed
            ? changed.after()
            : ((Decision.Unchanged) decision).as();
    if (undoing.stays(now)) {
      return item.as(Bulk.State.STAYED, "bulk-gone");
    }
    return item.as(Bulk.State.BACK, undoing.reopened(now) ? "bulk-reopened" : null);
  }
}
