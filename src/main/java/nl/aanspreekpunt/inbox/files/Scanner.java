package nl.aanspreekpunt.inbox.files;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.function.Function;
import nl.aanspreekpunt.inbox.StoredFile.Verdict;

/** What looks for viruses in a file. */
public interface Scanner {
  /** There is none. */
  Scanner NONE = file -> Future.succeededFuture(new Said(Verdict.UNASKED, null));

  /** The bytes of a file, piece by piece: the next once the one before was taken. */
  interface Bytes {
    Future<Void> to(Function<Buffer, Future<Void>> taking);
  }

  /**
   * @param signature what it found, by its name; null when it found nothing
   */
  record Said(Verdict verdict, String signature) {}

  /** Fails with {@link Away} when it did not come to an answer, which it may do later. */
  Future<Said> scan(Bytes file);

  /** It does not answer, too slowly, or not to what was asked. */
  class Away extends RuntimeException {
    private static final long serialVersionUID = 1;

    Away(String why) {
      super(why);
    }
  }
}
