package nl.aanspreekpunt.phone.back;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** A provider of telephony. Its futures fail when it could not be asked. */
public interface Dialling {
  /** What came of the one request by which a telephone rings. */
  sealed interface Dialled {
    /** The official's telephone rings, or will. */
    record Placed(String sid) implements Dialled {}

    /**
     * It will not.
     *
     * @param reason a code that the texts explain
     */
    record Refused(String reason) implements Dialled {}

    /** Nobody knows: it is found out later, and not asked for again. */
    record Unknown() implements Dialled {}
  }

  /** Rings the official's telephone; once, never tried again. */
  Future<Dialled> dial(MadeCall call);

  /** Ends it, whether it rings or is spoken on. */
  Future<Void> hangUp(String sid);

  /**
   * Calls that were asked for to that telephone, from that number, since then, oldest first (the
   * provider's ids): one of them may be the call of which the answer was lost. None that citizens
   * made and that ring there.
   */
  Future<List<String>> since(MadeCall call);

  /** The call as the provider now has it. */
  Future<Looked> look(String sid);

  /**
   * @param theirs the citizen's telephone; null: it was not rung
   */
  record Looked(Seen own, Seen theirs) {}

  /**
   * One telephone.
   *
   * @param started null while it is not known
   * @param ended null while it goes on
   * @param seconds from answer to end
   * @param answeredBy in the provider's words; null: not said
   */
  record Seen(
      String sid,
      Line.Status status,
      Instant started,
      Instant ended,
      int seconds,
      String answeredBy) {}
}
