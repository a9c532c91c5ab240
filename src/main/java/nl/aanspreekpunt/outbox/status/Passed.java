package nl.aanspreekpunt.outbox.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a provider said of an outgoing message on its way, in the order of that way, whatever the
 * order in which it was heard.
 *
 * @param id of the outbox entry
 */
public record Passed(String id, long version, List<Step> steps) {
  private static final int MOST = 20;

  /** https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks. */
  private static final List<String> ORDER =
      List.of(
          "accepted",
          "scheduled",
          "queued",
          "sending",
          "sent",
          "failed",
          "undelivered",
          "canceled",
          "delivered",
          "read");

  /**
   * @param reference of the provider: a message that was sent twice has two
   * @param status as the provider names it
   * @param at when the hub heard it first
   * @param code of the provider's error; null if none
   */
  public record Step(String reference, String status, Instant at, String code) {
    private boolean same(Step other) {
      return reference.equals(other.reference) && status.equals(other.status);
    }

    private int place() {
      return ORDER.indexOf(status);
    }
  }

  public Passed {
    steps = steps == null ? List.of() : List.copyOf(steps);
  }

  /** Whether it is a status that is known here. */
  public static boolean known(String status) {
    return ORDER.contains(status);
  }

  static Passed first(String entry, Step step) {
    return new Passed(entry, 1, List.of(step));
  }

  /** The same when it was heard before. */
  Passed with(Step step) {
    if (steps.size() >= MOST || steps.stream().anyMatch(step::same)) {
      return this;
    }
    List<Step> all = new ArrayList<>(steps);
    all.add(step);
    all.sort(Comparator.comparing(Step::reference).thenComparing(Step::place));
    return new Passed(id, version + 1, all);
  }
}
