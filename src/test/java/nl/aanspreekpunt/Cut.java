package nl.aanspreekpunt;

import java.util.concurrent.atomic.AtomicInteger;
import nl.aanspreekpunt.store.Interruption;

/** Cuts the database off after the k-th write from now, as the death of a process does. */
final class Cut implements Interruption {
  private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
  private volatile boolean off;

  void after(int writes) {
    left.set(writes);
  }

  /** Whether it came to cutting off since; from here on all goes through again. */
  boolean mend() {
    boolean was = off;
    left.set(Integer.MAX_VALUE);
    off = false;
    return was;
  }

  @Override
  public void before(String table, boolean writes) {
    if (off || (writes && left.getAndDecrement() <= 0)) {
      off = true;
      throw new IllegalStateException("cut off");
    }
  }
}
