package nl.aanspreekpunt.history;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * One database for several nodes, command by command, in an order that chance decides: what a node
 * asks waits until it is its turn, so that nodes race as they do over a network. A node that dies
 * asks nothing any more, and what it asked last may or may not have been done.
 */
public final class Turns {
  private final Random random;
  private final List<Command> waiting = new ArrayList<>();

  private record Command(Side side, boolean writes, Runnable work) {}

  public Turns(long seed) {
    random = new Random(seed);
  }

  /** One node's connection. */
  public final class Side {
    private int writesLeft = Integer.MAX_VALUE;
    private boolean dead;

    public <T> Future<T> read(Supplier<T> work) {
      return ask(false, work);
    }

    public <T> Future<T> write(Supplier<T> work) {
      return ask(true, work);
    }

    private <T> Future<T> ask(boolean writes, Supplier<T> work) {
      Promise<T> answer = Promise.promise();
      if (!dead) {
        waiting.add(new Command(this, writes, () -> answer.complete(work.get())));
      }
      return answer.future();
    }

    /** Dies after so many writes. */
    public void dieAfter(int writes) {
      writesLeft = writes;
    }

    void die() {
      dead = true;
    }

    boolean dead() {
      return dead;
    }
  }

  public Side side() {
    return new Side();
  }

  /** Lets at most so many commands happen; false when there was nothing left before that. */
  public boolean take(int most) {
    for (int n = 0; n < most; n++) {
      if (waiting.isEmpty()) {
        return false;
      }
      happen(waiting.remove(random.nextInt(waiting.size())));
    }
    return true;
  }

  private static void happen(Command command) {
    Side side = command.side();
    if (command.writes() && side.writesLeft-- <= 0) {
      side.dead = true;
    }
    if (!side.dead) {
      command.work().run();
    }
  }
}
