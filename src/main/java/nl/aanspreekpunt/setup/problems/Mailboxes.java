package nl.aanspreekpunt.setup.problems;

import static nl.aanspreekpunt.setup.problems.Problem.What;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Mailboxes that mail is fetched from, as this node sees them. */
public record Mailboxes(List<One> all) {
  static final Duration LATE = Duration.ofMinutes(15);

  /**
   * @param behind how long something stands in it that is not taken in, or it could not be read
   * @param broke null when the last look went well
   */
  public record One(String name, Duration behind, Sending.Broke broke) {}

  public Mailboxes {
    all = List.copyOf(all);
  }

  public List<Problem> problems() {
    return all.stream().flatMap(Mailboxes::of).toList();
  }

  private static Stream<Problem> of(One one) {
    if (one.broke() != null) {
      return Stream.of(
          Problem.of(What.MAILBOX_BROKE, one.name(), one.broke().since(), one.broke().why()));
    }
    return one.behind().compareTo(LATE) > 0
        ? Stream.of(Problem.of(What.MAILBOX_LATE, one.name(), one.behind().toMinutes()))
        : Stream.empty();
  }
}
