package nl.aanspreekpunt.twilio;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.twilio.Marks.Mark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nothing missed: at the start and every few minutes Twilio is asked what it has since the last
 * that is known, and what is missing is taken in. A webhook may be late, or lost while the hub was
 * away for longer than Twilio tries. One node at a time looks through a list; after a gap it goes
 * on day by day, a few days at a turn, and what it reached is remembered.
 */
public final class CatchingUp {
  private static final Logger LOG = LoggerFactory.getLogger(CatchingUp.class);

  private static final Duration EVERY = Duration.ofMinutes(3);
  private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

  /** What is looked through again: clocks differ, and lists are behind. */
  static final Duration OVERLAP = Duration.ofMinutes(15);

  /** What came just now is on its way by its webhook. */
  static final Duration SETTLES = Duration.ofSeconds(30);

  /** A list may not be quite in the order of its moments. */
  private static final Duration OUT_OF_ORDER = Duration.ofMinutes(5);

  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final int WINDOWS_AT_A_TURN = 14;
  private static final int MOST_AT_ONCE = 10_000;

  private final List<Listed> lists;
  private final List<TwilioAccount> accounts;
  private final TwilioLists rest;
  private final Marks marks;
  private final Told told;
  private final Clock clock;
  private final String node = UUID.randomUUID().toString();
  private final Set<String> begun = Collections.synchronizedSet(new HashSet<>());

  /**
   * @param accounts those without a SID are not asked
   * @param told for the figures
   */
  public CatchingUp(
      List<Listed> lists,
      List<TwilioAccount> accounts,
      TwilioLists rest,
      Store store,
      Told told,
      Clock clock) {
    this.lists = List.copyOf(lists);
    this.accounts = accounts.stream().filter(one -> one.sid() != null).toList();
    this.rest = rest;
    this.marks = Marks.in(store);
    this.told = told;
    this.clock = clock;
  }

  /** Told how many of a list had been missed. */
  @FunctionalInterface
  public interface Told {
    void missed(String list, int many);
  }

  /** One number's list at an account. */
  private record Looking(Listed list, TwilioAccount account, String to) {
    String id() {
      return account.sid() + ":" + list.name() + ":" + (to == null ? "" : to);
    }
  }

  /**
   * Looks through what is due, one after another; completes with how many were missing. What fails
   * keeps nothing else from its turn, and has its own again.
   */
  public Future<Integer> tick() {
    Future<Integer> done = Future.succeededFuture(0);
    for (Looking one : all()) {
      done = done.compose(before -> turn(one).map(more -> before + more));
    }
    return done;
  }

  private List<Looking> all() {
    List<Looking> all = new ArrayList<>();
    for (TwilioAccount account : accounts) {
      for (Listed list : lists) {
        if (list.to().isEmpty()) {
          all.add(new Looking(list, account, null));
        }
        list.to().forEach(to -> all.add(new Looking(list, account, to)));
      }
    }
    return all;
  }

  private Future<Integer> turn(Looking one) {
    Instant now = clock.instant();
    Instant first = now.minus(OVERLAP);
    boolean early = begun.add(one.id());
    return marks
        .claim(one.id(), node, now, now.plus(LEASE), first, early)
        .compose(
            mine ->
                mine.isEmpty()
                    ? Future.succeededFuture(0)
                    : look(one, mine.get(), mine.get().until().minus(OVERLAP), WINDOWS_AT_A_TURN, 0)
                        .onSuccess(missing -> tell(one, missing)));
  }

  private void tell(Looking one, int missing) {
    if (missing > 0) {
      told.missed(one.list().name(), missing);
      LOG.info("{} of {} had been missed and are taken in", missing, one.list().name());
    }
  }

  private Future<Integer> look(Looking one, Mark mine, Instant from, int left, int before) {
    Instant end = clock.instant().minus(SETTLES);
    if (left == 0 || !from.isBefore(end)) {
      Duration pause = left == 0 ? Duration.ZERO : EVERY;
      return marks.release(mine, clock.instant().plus(pause)).map(before);
    }
    Instant day = from.plus(Duration.ofDays(1));
    return window(one, from, day.isBefore(end) ? day : end)
        .compose(
            found ->
                one.list()
                    .take(one.account(), found.inOrder())
                    .compose(
                        missing ->
                            marks
                                .reached(
                                    mine,
                                    later(mine.until(), found.until()),
                                    clock.instant().plus(LEASE))
                                .compose(
                                    still ->
                                        still.isEmpty()
                                            ? Future.succeededFuture(before + missing)
                                            : look(
                                                one,
                                                still.get(),
                                                found.until(),
                                                left - 1,
                                                before + missing))))
        .recover(e -> failed(one, mine, before, e));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private Future<Integer> failed(Looking one, Mark mine, int before, Throwable why) {
    LOG.warn("{} cannot be looked through for what was missed: {}", one.list().name(), "" + why);
    return marks.release(mine, clock.instant().plus(AFTER_A_FAILURE)).map(before);
  }

  /** All that came from then on and before {@code until}, in that order. */
  private record Found(List<JsonObject> inOrder, Instant until) {}

  /** Where there are too many for one window, it is a shorter one. */
  private Future<Found> window(Looking one, Instant from, Instant until) {
    return between(one, from, until)
        .map(all -> new Found(all, until))
        .recover(
            e -> {
              Duration half = Duration.between(from, until).dividedBy(2);
              return e instanceof TwilioLists.TooMany && half.compareTo(SHORTEST) > 0
                  ? window(one, from, from.plus(half))
                  : Future.failedFuture(e);
            });
  }

  /** Twilio filters by whole days, and gives the latest first. */
  private Future<List<JsonObject>> between(Looking one, Instant from, Instant until) {
    Listed list = one.list();
    Map<String, String> query = new LinkedHashMap<>();
    if (one.to() != null) {
      query.put("To", one.to());
    }
    query.put(list.moment() + ">", day(from, 0));
    query.put(list.moment() + "<", day(until, 1));
    Instant past = from.minus(OUT_OF_ORDER);
    return rest.read(
            one.account(),
            list.resource(),
            list.field(),
            query,
            item -> list.at(item) != null && list.at(item).isBefore(past),
            item -> within(list.at(item), from, until),
            MOST_AT_ONCE)
        .map(
            all -> {
              Collections.reverse(all);
              all.sort(Comparator.comparing(list::at));
              return all;
            });
  }

  private static boolean within(Instant at, Instant from, Instant until) {
    return at != null && !at.isBefore(from) && at.isBefore(until);
  }

  private static String day(Instant moment, int more) {
    return moment.truncatedTo(ChronoUnit.DAYS).plus(more, ChronoUnit.DAYS).toString();
  }
}
