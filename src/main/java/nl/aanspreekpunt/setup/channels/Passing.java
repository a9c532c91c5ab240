package nl.aanspreekpunt.setup.channels;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What went in and out by each way, as this node saw it since its start. From any thread. */
public final class Passing {
  /**
   * @param went when something last went well; null when nothing did
   * @param failed when something last did not; null when all did
   * @param why that, as the outbox keeps it; null when {@code failed} is
   * @param since of failures with nothing that went well between them the first; null: the last
   *     went well
   */
  public record Last(Instant went, Instant failed, String why, Instant since) {
    static final Last NOTHING = new Last(null, null, null, null);
  }

  private final Map<String, Last> ways = new ConcurrentHashMap<>();
  private final Clock clock;

  public Passing(Clock clock) {
    this.clock = clock;
  }

  public void went(String way) {
    Instant now = clock.instant();
    ways.merge(
        way,
        new Last(now, null, null, null),
        (before, one) -> new Last(now, before.failed(), before.why(), null));
  }

  /**
   * @param ours it is the way that failed, not what went by it
   */
  public void failed(String way, String why, boolean ours) {
    Instant now = clock.instant();
    ways.merge(
        way,
        new Last(null, now, why, ours ? now : null),
        (before, one) ->
            new Last(
                before.went(),
                now,
                why,
                before.since() != null ? before.since() : ours ? now : null));
  }

  public Last last(String way) {
    return ways.getOrDefault(way, Last.NOTHING);
  }
}
