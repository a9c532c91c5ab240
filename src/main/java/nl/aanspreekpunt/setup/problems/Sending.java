package nl.aanspreekpunt.setup.problems;

import static nl.aanspreekpunt.setup.problems.Problem.What;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How what the hub sends leaves it.
 *
 * @param mail what waits to go by mail; only looked at without a relay
 * @param relayBroke null when the relay took what it was given last
 * @param texts what waits to go by SMS; only looked at without a provider
 * @param smsBroke null when the provider took what it was given last
 */
public record Sending(
    boolean relay,
    Waiting mail,
    Broke relayBroke,
    boolean sms,
    Waiting texts,
    Broke smsBroke,
    boolean demo) {
  /**
   * @param many counted up to a bound
   * @param since the oldest; null when none waits
   */
  public record Waiting(long many, Instant since) {
    public static final Waiting NONE = new Waiting(0, null);
  }

  /**
   * @param why as the outbox keeps it, without addresses
   */
  public record Broke(Instant since, String why) {}

  public List<Problem> problems() {
    List<Problem> found = new ArrayList<>();
    if (!relay) {
      found.add(
          mail.many() == 0
              ? Problem.of(What.NO_RELAY)
              : Problem.of(What.MAIL_WAITS, mail.many(), mail.since()));
    } else if (relayBroke != null) {
      found.add(Problem.of(What.RELAY_BROKE, relayBroke.since(), relayBroke.why()));
    }
    if (!sms && texts.many() > 0) {
      found.add(Problem.of(What.TEXTS_WAIT, texts.many(), texts.since()));
    } else if (sms && smsBroke != null) {
      found.add(Problem.of(What.SMS_BROKE, smsBroke.since(), smsBroke.why()));
    }
    if (demo && relay) {
      found.add(Problem.of(What.DEMO_SENDS));
    }
    return found;
  }
}
