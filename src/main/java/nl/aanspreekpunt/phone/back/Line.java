package nl.aanspreekpunt.phone.back;

import java.time.Instant;
import java.util.Optional;

/**
 * What was heard of one telephone. Facts are only added, and each is the same in whatever order and
 * however often it comes: the provider repeats itself, and is overtaken by itself.
 *
 * @param sid the provider's (CallSid); null while it is not known
 * @param rang null: not that we know
 * @param answered null: not that we know
 * @param ended null while it goes on
 * @param end how; null while it goes on
 * @param seconds from answer to end; 0 when it was not answered
 */
public record Line(
    String sid, Instant rang, Instant answered, Instant ended, End end, int seconds) {
  static final Line SILENT = new Line(null, null, null, null, null, 0);

  /** Of two that contradict each other the later one in this list counts. */
  public enum End {
    FAILED,
    CANCELED,
    NO_ANSWER,
    BUSY,
    COMPLETED
  }

  /** What the provider says of a telephone (CallStatus). */
  enum Status {
    QUEUED,
    INITIATED,
    RINGING,
    IN_PROGRESS,
    COMPLETED,
    BUSY,
    NO_ANSWER,
    CANCELED,
    FAILED;

    /** As Twilio writes it; empty for what it does not write. */
    static Optional<Status> of(String said) {
      if (said == null) {
        return Optional.empty();
      }
      return switch (said) {
        case "queued" -> Optional.of(QUEUED);
        case "initiated" -> Optional.of(INITIATED);
        case "ringing" -> Optional.of(RINGING);
        case "in-progress", "answered" -> Optional.of(IN_PROGRESS);
        case "completed" -> Optional.of(COMPLETED);
        case "busy" -> Optional.of(BUSY);
        case "no-answer" -> Optional.of(NO_ANSWER);
        case "canceled" -> Optional.of(CANCELED);
        case "failed" -> Optional.of(FAILED);
        default -> Optional.empty();
      };
    }

    private Optional<End> end() {
      return switch (this) {
        case QUEUED, INITIATED, RINGING, IN_PROGRESS -> Optional.empty();
        case COMPLETED -> Optional.of(End.COMPLETED);
        case BUSY -> Optional.of(End.BUSY);
        case NO_ANSWER -> Optional.of(End.NO_ANSWER);
        case CANCELED -> Optional.of(End.CANCELED);
        case FAILED -> Optional.of(End.FAILED);
      };
    }
  }

  /**
   * @param at when it happened, as far as is known
   * @param lasted seconds; 0 when that is not said
   */
  Line heard(String whose, Status status, Instant at, int lasted) {
    if (sid != null && whose != null && !sid.equals(whose)) {
      return this; // of another call: there is one
    }
    Optional<End> over = status.end();
    boolean rings = status == Status.RINGING;
    boolean answers = status == Status.IN_PROGRESS;
    return new Line(
        sid == null ? whose : sid,
        rings ? earlier(rang, at) : rang,
        answers ? earlier(answered, at) : answered,
        over.isPresent() ? earlier(ended, at) : ended,
        over.map(this::rather).orElse(end),
        Math.max(seconds, lasted));
  }

  private End rather(End now) {
    return end == null || now.compareTo(end) > 0 ? now : end;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one == null || other.isBefore(one) ? other : one;
  }

  boolean over() {
    return end != null;
  }

  /** Of who hung up before it is said that they answered it is only said that it ended well. */
  boolean wasAnswered() {
    return answered != null || end == End.COMPLETED;
  }

  /** It rang, or there was no getting through to it. */
  boolean wasTried() {
    return rang != null || wasAnswered() || (over() && end != End.CANCELED);
  }
}
