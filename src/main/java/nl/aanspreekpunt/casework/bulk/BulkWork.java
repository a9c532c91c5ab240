package nl.aanspreekpunt.casework.bulk;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.DatedOffers;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Successors;
import nl.aanspreekpunt.casework.contact.Agreements;
import nl.aanspreekpunt.casework.delivery.Unwanted;
import nl.aanspreekpunt.casework.planned.SeenReply;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.outbox.optout.OptOuts;
import nl.aanspreekpunt.promise.DatedPromises;
import nl.aanspreekpunt.store.SetAside;
import nl.aanspreekpunt.store.Trying;

/**
 * The same act in several cases: shown first, then carried out by the clock on any node, a few
 * cases at a time, and taken back where that can be. A crash or another node does none of them
 * twice: each case knows what took effect in it.
 */
public final class BulkWork {
  private static final int AT_ONCE = 20;
  private final Bulks bulks;
  private final Trying trying;
  private final Cases cases;
  private final Casework casework;
  private final Agreements agreements;
  private final OptOuts optOuts;
  private final Successors successors;
  private final Clock clock;
  private final Taking taking;

  /** Where the message stands that an answer goes below. */
  public interface Threads {
    /**
     * @param seen the last message its author saw (receipt id); null when there was none
     */
    Future<Map<String, String>> of(Case one, String seen);
  }

  public BulkWork(
      Bulks bulks,
      Trying trying,
      Cases cases,
      Casework casework,
      Identities identities,
      OptOuts optOuts,
      Threads threads,
      Successors successors,
      Clock clock) {
    this.bulks = bulks;
    this.trying = trying;
    this.cases = cases;
    this.casework = casework;
    this.agreements = new Agreements(identities);
    this.optOuts = optOuts;
    this.successors = successors;
    this.clock = clock;
    this.taking = new Taking(cases, casework, agreements, optOuts, threads, successors, clock);
  }

  /** Asked and not begun: it is to be shown first. */
  public Future<Bulk> show(BulkAct act, List<String> numbers, String by) {
    Bulk shown = Bulk.shown(UUID.randomUUID().toString(), by, clock.instant(), act, numbers);
    return bulks.add(shown).map(shown);
  }

  public Future<Optional<Bulk>> find(String id) {
    return bulks.find(id);
  }

  /** The latest that somebody asked for, newest first. */
  public Future<List<Bulk>> of(String official, int limit) {
    return bulks.of(official, limit);
  }

  /**
   * What it comes to now. A case that its official must not know of is left out.
   *
   * @param words what stands where a text leaves room, by {@link
   *     nl.aanspreekpunt.casework.standard.Placeholders}
   */
  public Future<Preview> preview(Bulk shown, Function<Case, Map<String, String>> words) {
    Moment moment = casework.moment();
    return cases
        .findAll(shown.numbers())
        .compose(
            all ->
                shown.act() instanceof BulkAct.Answer
                    ? agreements
                        .of(all, moment.now())
                        .compose(
                            agreed ->
                                Unwanted.of(optOuts, all)
                                    .map(
                                        unwanted ->
                                            preview(shown, all, agreed, unwanted, words, moment)))
                    : Future.succeededFuture(
                        preview(shown, all, Map.of(), Unwanted.NONE, words, moment)));
  }

  private Preview preview(
      Bulk shown,
      List<Case> all,
      Map<String, Identity.AgreedContact> agreed,
      Unwanted unwanted,
      Function<Case, Map<String, String>> words,
      Moment moment) {
    List<Preview.Will> will = new ArrayList<>();
    List<Preview.Stays> stays = new ArrayList<>();
    Map<String, Function<String, List<DatedPromises.Dated>>> readers = new HashMap<>();
    for (Case one : all) {
      if (Hindering.access(one, shown.by(), moment) == Access.NONE) {
        continue;
      }
      Bulk.Item item =
          new Bulk.Item(
              one.id(),
              one.lastReceived(),
              SeenReply.lastAnswer(one),
              shown.act() instanceof BulkAct.Answer ? words.apply(one) : Map.of(),
              List.of(),
              Bulk.State.TODO,
              null);
      if (shown.act() instanceof BulkAct.Answer said) {
        item =
            item.promising(
                said.promises(
                    one,
                    item,
                    shown.by(),
                    readers.computeIfAbsent(one.team(), team -> DatedOffers.reader(team, moment))));
      }
      Given given = new Given(Map.of(), agreed.get(one.citizen()), unwanted, successors);
      Decision decision = new Hindering(shown, item, given).on(one, moment);
      if (decision instanceof Decision.Changed changed) {
        will.add(
            new Preview.Will(
                one, item, changed.after().official(), open(shown, one, item, given, moment)));
      } else {
        stays.add(new Preview.Stays(one, Taking.code(decision)));
      }
    }
    return new Preview(will, stays);
  }

  /** What would keep it open now if it were answered. */
  private static String open(Bulk shown, Case one, Bulk.Item item, Given given, Moment moment) {
    return shown.act() instanceof BulkAct.Answer said
        ? said.staysOpen(one, shown, item, given, moment).orElse(null)
        : null;
  }

  /**
   * Confirmed; the clock carries it out. Empty when it is not as it was shown, or begun already.
   *
   * @param seen of the preview that was shown: {@link Preview#seen()}
   * @param promised who confirmed it promises what was read in the answer; else each question asks
   *     for that once it went, as after any answer
   */
  public Future<Optional<Bulk>> begin(
      Bulk shown, String seen, boolean promised, Function<Case, Map<String, String>> words) {
    if (shown.confirmed()) {
      return Future.succeededFuture(Optional.empty());
    }
    return preview(shown, words)
        .compose(
            now -> {
              if (now.will().isEmpty() || !now.seen().equals(seen)) {
                return Future.succeededFuture(Optional.<Bulk>empty());
              }
              List<Bulk.Item> items =
                  now.will().stream()
                      .map(Preview.Will::item)
                      .map(item -> promised ? item : item.promising(List.of()))
                      .toList();
              Bulk begun = shown.confirmed(items, clock.instant());
              return bulks
                  .replace(begun, shown.version())
                  .map(won -> won ? Optional.of(begun) : Optional.<Bulk>empty());
            });
  }

  /** The clock takes it back, and this node at once; as it is when nothing of it can be. */
  public Future<Bulk> undo(Bulk one) {
    return undo(one, 20);
  }

  private Future<Bulk> undo(Bulk one, int left) {
    Instant now = clock.instant();
    if (one.undoUntil(now) == null || left == 0) {
      return Future.succeededFuture(one);
    }
    Bulk undone = one.undone(now);
    return bulks
        .replace(undone, one.version())
        .compose(
            won ->
                won
                    ? goOn(undone).otherwiseEmpty().map(undone)
                    : bulks.find(one.id()).compose(found -> undo(found.orElse(one), left - 1)));
  }

  /** Goes on with each; completes with how many that were. */
  public Future<Integer> tick() {
    return trying.each(
        SetAside.Queue.BULK,
        most -> bulks.due(clock.instant(), most),
        AT_ONCE,
        Bulk::id,
        this::goOn);
  }

  /** As far as it goes now; not when another node was first, or it was taken back meanwhile. */
  private Future<Void> goOn(Bulk one) {
    Instant now = clock.instant();
    if (one.over(now)) {
      return bulks.delete(one.id()).mapEmpty();
    }
    if (!one.confirmed() || one.ended()) {
      return Future.succeededFuture();
    }
    if (one.undoneAt() != null) {
      return taking.back(one).compose(known -> put(one, known));
    }
    return one.count(Bulk.State.TODO) == 0
        ? taking.settled(one).compose(known -> put(one, known))
        : take(one, Set.of());
  }

  private Future<Void> put(Bulk one, Taking.Known known) {
    return bulks
        .replace(one.with(known.items(), clock.instant()), one.version())
        .compose(won -> known.whole());
  }

  /**
   * One case that cannot be looked into delays none of the others.
   *
   * @param tried in which it failed just now (numbers): these have their turn later
   */
  private Future<Void> take(Bulk one, Set<String> tried) {
    List<Bulk.Item> hand =
        one.inHand().stream().filter(item -> !tried.contains(item.number())).toList();
    if (hand.isEmpty() && one.begun() == one.items().size()) {
      return tried.isEmpty()
          ? Future.succeededFuture()
          : Future.failedFuture(tried.size() + " cases of " + one.id() + " wait");
    }
    if (hand.isEmpty()) {
      Bulk next = one.beginning();
      return bulks
          .replace(next, one.version())
          .compose(won -> won ? take(next, tried) : Future.succeededFuture());
    }
    return taking
        .all(one, hand)
        .compose(
            known -> {
              Bulk next = one.with(known.items(), clock.instant());
              Set<String> waiting = new HashSet<>(tried);
              next.inHand().forEach(item -> waiting.add(item.number()));
              return bulks
                  .replace(next, one.version())
                  .compose(won -> won ? take(next, waiting) : Future.succeededFuture());
            });
  }
}
