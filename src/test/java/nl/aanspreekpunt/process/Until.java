package nl.aanspreekpunt.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what another process does. */
public final class Until {
  /** Far more than is needed: a busy machine is no failure. */
  private static final Duration USUAL = Duration.ofSeconds(90);

  private static final long LOOK_NANOS = 20_000_000;

  private Until() {}

  public static void until(String what, BooleanSupplier holds) {
    present(what, () -> holds.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  /** Looks again and again until there is something. */
  public static <T> T present(String what, Supplier<Optional<T>> look) {
    long end = System.nanoTime() + USUAL.toNanos();
    Optional<T> found = look.get();
    while (found.isEmpty()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not come true in " + USUAL.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(LOOK_NANOS);
      found = look.get();
    }
    return found.get();
  }
}
