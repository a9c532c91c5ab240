package nl.aanspreekpunt.casework.principle;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Invocation;

/**
 * How a principle was used, of everybody together.
 *
 * @param invoked how often somebody acted on it
 * @param median from the message to the act; null when nobody acted
 * @param euros what that cost together, as was said at the act
 * @param owing how many are still to be accounted for
 * @param accounts the latest first; none of a case whose subject is not for everybody
 */
public record Use(
    int invoked, Duration median, long euros, int owing, List<Invocation.Account> accounts) {
  /** Cases looked at, the latest first. */
  public static final int MOST = 1_000;

  private static final int SHOWN = 10;

  /**
   * @param topic of whose principle (topic id)
   * @param cases in which somebody acted on it
   */
  public static Use of(String topic, List<Case> cases) {
    List<Invocation> all = cases.stream().flatMap(one -> of(topic, one).stream()).toList();
    return new Use(
        all.size(),
        median(all),
        all.stream().mapToLong(Invocation::euros).sum(),
        (int) all.stream().filter(Invocation::owing).count(),
        cases.stream()
            .filter(one -> !one.hidesSubject())
            .flatMap(one -> of(topic, one).stream())
            .flatMap(one -> Optional.ofNullable(one.account()).stream())
            .sorted(Comparator.comparing(Invocation.Account::at).reversed())
            .limit(SHOWN)
            .toList());
  }

  private static List<Invocation> of(String topic, Case one) {
    return one.care().principled().invocations().stream()
        .filter(made -> made.principle().equals(topic) && !made.undone())
        .toList();
  }

  /** Of an even number the earlier of the two in the middle. */
  private static Duration median(List<Invocation> all) {
    List<Duration> took =
        all.stream().map(one -> Duration.between(one.asked(), one.at())).sorted().toList();
    return took.isEmpty() ? null : took.get((took.size() - 1) / 2);
  }
}
