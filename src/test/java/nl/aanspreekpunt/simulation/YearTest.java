package nl.aanspreekpunt.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The simulation is trusted with a table in docs: here that what it measures is there to measure.
 */
class YearTest {
  private static final Size SIZE = new Size(1_500, 4_000, 3, 4, 0.4, 90);

  private static final long SEED = 7;

  private static Map<String, Ledger> ledgers;

  @BeforeAll
  static void live() {
    ledgers =
        Scenario.ALL.stream()
            .collect(Collectors.toMap(Scenario::name, one -> new Year(SIZE, one, SEED).live()));
  }

  @Test
  void everyScenarioGetsTheSameLettersAndLosesNone() {
    assertThat(ledgers.values()).extracting(one -> one.contacts).containsOnly(all().contacts);
    assertThat(all().contacts).isGreaterThan(500);
    for (Ledger one : ledgers.values()) {
      assertThat(one.made).isGreaterThan(one.contacts / 2);
      assertThat(one.inTime + one.late + one.withdrawn).isLessThanOrEqualTo(one.made);
    }
  }

  @Test
  void noQuestionIsEverWithNobody() {
    assertThat(ledgers.values()).extracting(one -> one.withNobody).containsOnly(0L);
  }

  @Test
  void whatTheHubDoesShows() {
    assertThat(overdue("all of it")).isLessThan(overdue("none of the three"));
    assertThat(all().unattended).isLessThan(ledgers.get("no deputies").unattended);
    assertThat(ledgers.get("no ladder").figures().get("step: act")).isEqualTo("0");
    assertThat(Double.parseDouble(all().figures().get("officials met, mean")))
        .isLessThan(
            Double.parseDouble(
                ledgers.get("no standing officials").figures().get("officials met, mean")));
  }

  /** Over some towns: in one where too many left in the same months all are late, by any rules. */
  private static long overdue(String scenario) {
    Scenario lived =
        Scenario.ALL.stream().filter(one -> one.name().equals(scenario)).findFirst().orElseThrow();
    return ledgers.get(scenario).openAtEnd
        + LongStream.of(SEED + 1, SEED + 2)
            .map(seed -> new Year(SIZE, lived, seed).live().openAtEnd)
            .sum();
  }

  private static Ledger all() {
    return ledgers.get("all of it");
  }
}
