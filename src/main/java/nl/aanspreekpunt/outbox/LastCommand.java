package nl.aanspreekpunt.outbox;

import java.util.function.BooleanSupplier;

/**
 * What a provider cannot be asked to forget: the end of a letter, the request for a text message.
 * It is given once, while the claim stands, unless the try was stopped before.
 */
public final class LastCommand {
  private final BooleanSupplier lease;
  private State state = State.TO_GIVE;

  private enum State {
    TO_GIVE,
    GIVEN,
    STOPPED
  }

  /**
   * @param lease whether the claim still stands
   */
  public LastCommand(BooleanSupplier lease) {
    this.lease = lease;
  }

  /** To be asked just before it: false when nothing may be sent any more. */
  public synchronized boolean give() {
    if (state != State.TO_GIVE) {
      return false;
    }
    state = lease.getAsBoolean() ? State.GIVEN : State.STOPPED;
    return state == State.GIVEN;
  }

  /** It is not given from now on. True when it was given before. */
  public synchronized boolean stop() {
    state = state == State.GIVEN ? State.GIVEN : State.STOPPED;
    return state == State.GIVEN;
  }
}
