package nl.aanspreekpunt.trail;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks that what was on record in a period is still there, as it was written. */
public final class Checking {
  private static final int CHAINS = 500;
  private static final int ENTRIES = 20_000;
  private static final int A_PAGE = 500;
  private static final int FINDINGS = 100;

  private final Entries entries;
  private final Seal sealing;
  private final Keeping keeping;
  private final Clock clock;

  public Checking(Entries entries, Seal sealing, Keeping keeping, Clock clock) {
    this.entries = entries;
    this.sealing = sealing;
    this.keeping = keeping;
    this.clock = clock;
  }

  /** Of the chains that began on a day (UTC) of this period; the oldest first, some thousands. */
  public Future<Checked> check(Instant from, Instant until) {
    Run run = new Run(from, until);
    String first = Days.of(from);
    String last = Days.of(until.minusMillis(1));
    Future<List<Chain>> all = Future.succeededFuture(new ArrayList<>());
    for (Kept kept : Kept.values()) {
      all =
          all.compose(
              found ->
                  entries
                      .begun(kept, first, last, CHAINS)
                      .map(
                          more -> {
                            found.addAll(more);
                            return found;
                          }));
    }
    return all.compose(
        chains -> {
          List<Chain> some = wholeDays(chains);
          run.cut = some.size() < chains.size();
          return run.chains(some, 0);
        });
  }

  /** In the order of their days; when there are too many of one kind, up to the last whole day. */
  private static List<Chain> wholeDays(List<Chain> chains) {
    Optional<String> cut =
        Stream.of(Kept.values())
            .map(kept -> chains.stream().filter(one -> one.kept() == kept).toList())
            .filter(some -> some.size() == CHAINS)
            .map(some -> some.get(CHAINS - 1).day())
            .min(Comparator.naturalOrder());
    return chains.stream()
        .filter(one -> cut.isEmpty() || one.day().compareTo(cut.get()) < 0)
        .sorted(Comparator.comparing(Chain::day).thenComparing(Chain::id))
        .toList();
  }

  /** One check: what it read and found so far. */
  private final class Run {
    private final Instant from;
    private final Instant until;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();
    private int read;
    private boolean cut;

    Run(Instant from, Instant until) {
      this.from = from;
      this.until = until;
    }

    Future<Checked> chains(List<Chain> chains, int at) {
      if (at == chains.size() || read >= ENTRIES) {
        return Future.succeededFuture(done(chains, at));
      }
      Chain chain = chains.get(at);
      ChainCheck check =
          new ChainCheck(chain, sealing, keeping.before(chain.kept(), clock.instant()));
      return entries(chain, check, chain.gone())
          .compose(done -> named(chain))
          .compose(done -> chains(chains, at + 1));
    }

    private Future<Void> entries(Chain chain, ChainCheck check, long after) {
      return entries
          .onChain(chain.id(), after, A_PAGE)
          .compose(
              found -> {
                found.forEach(check::next);
                read += found.size();
                if (found.size() == A_PAGE) {
                  return entries(chain, check, found.get(A_PAGE - 1).seq());
                }
                findings.addAll(check.end());
                if (chain.kept() == Kept.ACTS) {
                  ends.add(chain.id() + " " + chain.seq() + " " + chain.seal());
                }
                return Future.succeededFuture();
              });
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
          findings.add(new Finding(Finding.What.CHAIN, named[0], 1, seq, chain.begunAt()));
        }
      } else if (there.seq() < seq) {
        findings.add(new Finding(Finding.What.END, there.id(), there.seq() + 1, seq, there.at()));
      } else if (there.seq() == seq && !there.seal().equals(named[2])) {
        findings.add(new Finding(Finding.What.END, there.id(), seq, seq, there.at()));
      }
    }

    /** It began before the day on which the other did, and may have gone with its last entry. */
    private boolean mayBeGone(Chain after, String id) {
      int day = after.kept().code().length() + 1;
      if (id.length() < day + 10) {
        return false;
      }
      Instant over =
          LocalDate.parse(id.substring(day, day + 10))
              .plusDays(1)
              .atStartOfDay(ZoneOffset.UTC)
              .toInstant();
      return over.isBefore(keeping.before(after.kept(), clock.instant()));
    }

    private Checked done(List<Chain> chains, int at) {
      boolean all = at == chains.size() && !cut;
      Instant end = at == 0 || all ? until : chains.get(at - 1).at();
      List<Finding> some = findings.stream().distinct().limit(FINDINGS).toList();
      String mark = ends.isEmpty() ? "" : sealing.of(ends.toArray(String[]::new));
      return new Checked(from, end, all, at, read, some, mark);
    }
  }
}
