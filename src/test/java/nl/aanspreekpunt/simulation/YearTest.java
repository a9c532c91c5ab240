package nl.aanspreekpunt.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import nl.aanspreekpunt.council.Counted;
import nl.aanspreekpunt.council.Measure;
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

  @Test
  void eachOfWhatOfficialsDoBeyondAnsweringShowsInTheCouncilsReport() {
    Size size = new Size(400, 800, 3, 4, 0.1, 25);
    Map<String, List<Counted>> reports =
        Human.ALL.stream()
            .limit(4)
            .collect(
                Collectors.toMap(
                    Scenario::name,
                    one -> {
                      Year year = new Year(size, one, SEED);
                      year.live();
                      return year.report();
                    }));
    Function<String, Counted> spoken = name -> of(reports, name, Measure.REFUSALS_SPOKEN_FIRST);
    assertThat(spoken.apply("all three").value()).isBetween(0.3, 0.9);
    assertThat(spoken.apply("no talks").cases()).isPositive();
    assertThat(spoken.apply("no talks").total()).isZero();
    assertThat(of(reports, "all three", Measure.TALK_BEFORE_THIRD_MESSAGE).value())
        .isGreaterThan(of(reports, "no talks", Measure.TALK_BEFORE_THIRD_MESSAGE).value());
    assertThat(of(reports, "all three", Measure.PRINCIPLES_INVOKED).cases()).isPositive();
    assertThat(of(reports, "no principles", Measure.PRINCIPLES_INVOKED).cases()).isZero();
    assertThat(of(reports, "all three", Measure.DEVIATIONS_BACKED).cases()).isZero();
    assertThat(of(reports, "no principles", Measure.DEVIATIONS_BACKED).cases()).isPositive();
    assertThat(of(reports, "all three", Measure.OFFICIALS_MET).value())
        .isLessThan(of(reports, "no consults", Measure.OFFICIALS_MET).value());
    assertThat(of(reports, "all three", Measure.KNEW_WHO_AND_WHEN).cases())
        .as("the same citizens wrote")
        .isEqualTo(of(reports, "no talks", Measure.KNEW_WHO_AND_WHEN).cases());
  }

  private static Counted of(Map<String, List<Counted>> reports, String name, Measure measure) {
    return reports.get(name).get(measure.ordinal());
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
