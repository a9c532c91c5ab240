package nl.aanspreekpunt.trail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Checks one chain, entry by entry in their order: each is genuine and follows the one before. */
final class ChainCheck {
  private static final int FINDINGS = 100;

  private final Chain chain;
  private final Seal sealing;
  private final List<Finding> findings = new ArrayList<>();

  /** It began under another key, so all of it must be of that. */
  private final boolean otherKey;

  private long expected;
  private String before;
  private Instant at;

  /**
   * @param over what was before this may have been destroyed
   */
  ChainCheck(Chain chain, Seal sealing, Instant over) {
    this.chain = chain;
    this.sealing = sealing;
    expected = chain.gone() + 1;
    at = chain.begunAt();
    before = chain.gone() == 0 ? chain.opened() : chain.goneLast();
    otherKey = sealing.otherKey(chain.opened());
    if (otherKey) {
      find(Finding.What.OTHER_KEY, 1, chain.seq());
    } else if (!chain.begunRightly(sealing)) {
      find(Finding.What.BEGINNING, 0, 0);
    }
    if (chain.gone() > 0) {
      gone(over);
    }
  }

  private void gone(Instant over) {
    if (!chain.goneRightly(sealing) && !(otherKey && sealing.otherKey(chain.goneSeal()))) {
      find(Finding.What.BEGINNING, 1, chain.gone());
    } else if (chain.goneAt() == null || chain.goneAt().isAfter(over)) {
      find(Finding.What.TOO_EARLY, 1, chain.gone());
    }
  }

  void next(Entry entry) {
    if (entry.seq() <= chain.gone()) {
      return;
    }
    boolean follows = entry.seq() != expected || Objects.equals(entry.before(), before);
    if (entry.seq() > expected) {
      find(Finding.What.MISSING, expected, entry.seq() - 1);
    }
    at = entry.at();
    if (!genuine(entry)) {
      find(Finding.What.CHANGED, entry.seq(), entry.seq());
    } else if (!follows) {
      find(
          entry.seq() == 1 ? Finding.What.BEGINNING : Finding.What.NOT_FOLLOWING,
          entry.seq(),
          entry.seq());
    }
    expected = Math.max(expected, entry.seq() + 1);
    before = entry.seal();
  }

  /** Of another key only as far as can be said without it. */
  private boolean genuine(Entry entry) {
    return otherKey ? sealing.otherKey(entry.seal()) : entry.genuine(sealing);
  }

  /** What was found, now that no more entries follow. */
  List<Finding> end() {
    long last = expected - 1;
    if (chain.seq() > last) {
      find(Finding.What.MISSING, expected, chain.seq());
    } else if (chain.seq() == last && !Objects.equals(chain.seal(), before)) {
      find(Finding.What.END, last, last);
    }
    return List.copyOf(findings);
  }

  /** What was found, when more entries follow that are not looked at. */
  List<Finding> soFar() {
    return List.copyOf(findings);
  }

  private void find(Finding.What what, long first, long last) {
    if (findings.size() < FINDINGS) {
      findings.add(new Finding(what, chain.id(), first, last, at));
    }
  }
}
