package nl.aanspreekpunt.trail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Checks one chain, entry by entry in their order: each is genuine and follows the one before. */
final class ChainCheck {
  private final Chain chain;
  private final Seal sealing;
  private final List<Finding> findings = new ArrayList<>();
  private long expected;
  private String before;
  private Instant at;
  private boolean otherKey;

  /**
   * @param over what was before this may have been destroyed
   */
  ChainCheck(Chain chain, Seal sealing, Instant over) {
    this.chain = chain;
    this.sealing = sealing;
    expected = chain.gone() + 1;
    at = chain.begunAt();
    if (chain.gone() == 0) {
      before = sealing.of(chain.beginning());
    } else {
      before = chain.goneLast();
      otherKey = sealing.otherKey(before);
      if (!otherKey && !chain.goneRightly(sealing)) {
        find(Finding.What.BEGINNING, 1, chain.gone());
      } else if (chain.goneAt().isAfter(over)) {
        find(Finding.What.TOO_EARLY, 1, chain.gone());
      }
    }
    if (chain.seq() == 0 && chain.gone() == 0) {
      otherKey = sealing.otherKey(chain.seal());
      if (!otherKey && !before.equals(chain.seal())) {
        find(Finding.What.BEGINNING, 0, 0);
      }
    }
  }

  void next(Entry entry) {
    if (entry.seq() <= chain.gone()) {
      return;
    }
    if (sealing.otherKey(entry.seal()) && sealing.otherKey(entry.before())) {
      otherKey = true;
    } else if (!entry.genuine(sealing)) {
      at = entry.at();
      find(Finding.What.CHANGED, entry.seq(), entry.seq());
    } else if (entry.seq() == expected && !entry.before().equals(before)) {
      at = entry.at();
      find(
          entry.seq() == 1 ? Finding.What.BEGINNING : Finding.What.NOT_FOLLOWING,
          entry.seq(),
          entry.seq());
    }
    if (entry.seq() > expected) {
      find(Finding.What.MISSING, expected, entry.seq() - 1);
    }
    at = entry.at();
    expected = Math.max(expected, entry.seq() + 1);
    before = entry.seal();
  }

  /** What was found, now that no more entries follow. */
  List<Finding> end() {
    if (otherKey) {
      return List.of(
          new Finding(Finding.What.OTHER_KEY, chain.id(), 1, chain.seq(), chain.begunAt()));
    }
    long last = expected - 1;
    if (chain.seq() > last) {
      find(Finding.What.MISSING, expected, chain.seq());
    } else if (chain.seq() == last && last > chain.gone() && !chain.seal().equals(before)) {
      find(Finding.What.END, last, last);
    }
    return List.copyOf(findings);
  }

  private void find(Finding.What what, long first, long last) {
    findings.add(new Finding(what, chain.id(), first, last, at));
  }
}
