package nl.aanspreekpunt.trail;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One check: what it read and found so far. */
final class CheckRun {
  private static final int A_PAGE = 500;
  private static final int CHAINS_AT_ONCE = 100;
  private static final Duration A_DAY = Duration.ofDays(1);

  /** Of one kind of finding: many of one kind hide none of another. */
  private static final int FINDINGS = 12;

  /** From the beginning of a day until all of it is on record. */
  private static final Duration SOON = Duration.ofDays(1).plusMinutes(10);

  /**
   * How much is read of what is kept equally long: entries and chains together.
   *
   * @param atOnce no other day is begun after these
   * @param ofDay nor is a day finished that has more
   */
  record Most(int atOnce, int ofDay) {
    static final Most USUAL = new Most(20_000, 200_000);
  }

  private final Entries entries;
  private final Seal sealing;
  private final Keeping keeping;
  private final Clock clock;
  private final Most most;
  private final Instant from;
  private final Instant until;
  private final Map<Finding.What, Set<Finding>> findings = new EnumMap<>(Finding.What.class);
  private final List<String> ends = new ArrayList<>();
  private int chains;
  private int read;

  /** The first day (UTC) that was not checked; null: all were. */
  private String stopped;

  CheckRun(
      Entries entries,
      Seal sealing,
      Keeping keeping,
      Clock clock,
      Most most,
      Instant from,
      Instant until) {
    this.entries = entries;
    this.sealing = sealing;
    this.keeping = keeping;
    this.clock = clock;
    this.most = most;
    this.from = from;
    this.until = until;
  }

  Future<Checked> checked() {
    Future<Void> all = Future.succeededFuture();
    for (Kept kept : Kept.values()) {
      all = all.compose(done -> new Walk(Days.of(from)).from(kept, ""));
    }
    return all.map(done -> result());
  }

  private Checked result() {
    Instant end = stopped == null ? until : Days.start(stopped).orElse(from);
    boolean over =
        Days.start(lastDay()).filter(one -> clock.instant().isAfter(one.plus(SOON))).isPresent();
    return new Checked(
        from,
        end.isBefore(from) ? from : end,
        stopped == null,
        chains,
        read,
        findings.values().stream().flatMap(Set::stream).toList(),
        over && stopped == null && !ends.isEmpty() ? sealing.of(ends.toArray(String[]::new)) : "");
  }

  private String lastDay() {
    return Days.of(until.minusMillis(1));
  }

  private void find(Finding one) {
    Set<Finding> such = findings.computeIfAbsent(one.what(), what -> new LinkedHashSet<>());
    if (such.size() < FINDINGS) {
      such.add(one);
    }
  }

  /** Through the chains of what is kept equally long, in the order of their days. */
  private final class Walk {
    /** Its days end at another hour than those who ask: one day of theirs is always done. */
    private final String first = Days.of(from.plus(A_DAY));

    private String day;
    private int looked;
    private int ofDay;

    Walk(String day) {
      this.day = day;
    }

    Future<Void> from(Kept kept, String after) {
      return entries
          .begun(kept, day, after, lastDay(), CHAINS_AT_ONCE)
          .compose(
              found ->
                  each(found, 0)
                      .compose(
                          on ->
                              on && found.size() == CHAINS_AT_ONCE
                                  ? from(kept, found.get(CHAINS_AT_ONCE - 1).id())
                                  : Future.succeededFuture()));
    }

    /** False when it is too much. */
    private Future<Boolean> each(List<Chain> found, int at) {
      if (at == found.size()) {
        return Future.succeededFuture(true);
      }
      Chain chain = found.get(at);
      if (!chain.day().equals(day)) {
        if (looked >= most.atOnce() && chain.day().compareTo(first) > 0) {
          return stop(chain.day());
        }
        day = chain.day();
        ofDay = 0;
      }
      return one(chain).compose(done -> ofDay > most.ofDay() ? stop(day) : each(found, at + 1));
    }

    private Future<Boolean> stop(String at) {
      stopped = stopped == null || at.compareTo(stopped) < 0 ? at : stopped;
      return Future.succeededFuture(false);
    }

    /** Something found may be of what was destroyed meanwhile: then it is looked at afresh. */
    private Future<Void> one(Chain chain) {
      chains++;
      look(1);
      return findings(chain)
          .compose(
              some ->
                  some.isEmpty()
                      ? good(chain)
                      : entries.chains(List.of(chain.id())).compose(now -> again(chain, now)));
    }

    private void look(int more) {
      looked += more;
      ofDay += more;
    }

    private Future<Void> again(Chain was, List<Chain> now) {
      Chain chain = now.isEmpty() ? was : now.get(0);
      if (now.isEmpty() && chain.at() != null && chain.at().isBefore(over(chain))) {
        return Future.succeededFuture();
      }
      return findings(chain)
          .compose(
              some -> {
                some.forEach(CheckRun.this::find);
                return good(chain);
              });
    }

    private Future<List<Finding>> findings(Chain chain) {
      return entries(chain, new ChainCheck(chain, sealing, over(chain)), chain.gone(), 0);
    }

    private Future<List<Finding>> entries(Chain chain, ChainCheck check, long after, int before) {
      return entries
          .onChain(chain.id(), after, A_PAGE)
          .compose(
              found -> {
                found.forEach(check::next);
                look(found.size());
                int so = before + found.size();
                if (found.size() == A_PAGE && ofDay <= most.ofDay()) {
                  return entries(chain, check, found.get(A_PAGE - 1).seq(), so);
                }
                read += so;
                return Future.succeededFuture(found.size() == A_PAGE ? check.soFar() : check.end());
              });
    }

    /** As of now: what is destroyed meanwhile may be of a moment ago. */
    private Instant over(Chain chain) {
      return keeping.before(chain.kept(), clock.instant());
    }

    private Future<Void> good(Chain chain) {
      if (chain.kept() == Kept.ACTS) {
        ends.add(chain.id() + " " + chain.seq() + " " + chain.seal());
      }
      return chain.begunRightly(sealing) ? named(chain) : Future.succeededFuture();
    }
  }

  /** The chains that stood when this one began must still end there, or further on. */
  private Future<Void> named(Chain chain) {
    List<String[]> named = chain.after().stream().map(one -> one.split(" ", -1)).toList();
    return entries
        .chains(named.stream().map(one -> one[0]).toList())
        .map(
            found -> {
              Map<String, Chain> there = new HashMap<>();
              found.forEach(one -> there.put(one.id(), one));
              named.forEach(one -> compare(chain, one, there.get(one[0])));
              return null;
            });
  }

  private void compare(Chain chain, String[] named, Chain there) {
    long seq = named.length == 3 && named[1].matches("\\d{1,18}") ? Long.parseLong(named[1]) : 0;
    if (there == null) {
      if (!mayBeGone(chain, named[0])) {
        find(new Finding(Finding.What.CHAIN, named[0], 1, seq, chain.begunAt()));
      }
    } else if (there.seq() < seq) {
      find(new Finding(Finding.What.END, there.id(), there.seq() + 1, seq, there.at()));
    } else if (there.seq() == seq && !named[2].equals(there.seal())) {
      find(new Finding(Finding.What.END, there.id(), seq, seq, there.at()));
    }
  }

  /** It began before the day on which the other did, and may have gone with its last entry. */
  private boolean mayBeGone(Chain after, String id) {
    int day = after.kept().code().length() + 1;
    return id.length() >= day + 10
        && Days.start(id.substring(day, day + 10))
            .filter(one -> one.plus(A_DAY).isBefore(keeping.before(after.kept(), clock.instant())))
            .isPresent();
  }
}
