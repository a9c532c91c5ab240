package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Where the files of messages come from: the message itself, or who brought it. */
public interface FileSources {
  /**
   * Each file of a message, the next once the one before was used.
   *
   * @return fails when it may go better later
   */
  Future<Void> each(Receipt receipt, Function<Source, Future<Void>> use);

  /** Whether {@link #kept} is to be called once they are on disk here. */
  default boolean lets(Receipt receipt) {
    return false;
  }

  /**
   * These are on disk here, and need not stay where they came from; the same again does nothing.
   *
   * @param parts as in {@link Inbound.Attachment}
   */
  default Future<Void> kept(Receipt receipt, Set<Integer> parts) {
    return Future.succeededFuture();
  }

  /** A file. What its sender called it is not to be trusted. */
  interface Source {
    /** As in {@link Inbound.Attachment}. */
    int part();

    /** May be empty; never a path. */
    String name();

    /** Does something with it where it may take a while. */
    <T> Future<T> use(Callable<T> work);

    /**
     * Its next bytes, within {@link #use}; fewer than {@code most} at its end.
     *
     * @throws Unfetched when it will never come
     */
    byte[] next(int most) throws IOException;
  }

  /** A file that will never come: it is not there any more, or larger than is taken. */
  final class Unfetched extends IOException {
    private static final long serialVersionUID = 1;

    public Unfetched(String why) {
      super(why);
    }
  }
}
