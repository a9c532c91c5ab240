package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How far a distribution is, when somebody stops it or has it go on. */
class ReassignmentTest {
  private static Reassignment begun() {
    Reassignment.Step one = step("c1", "AAA", "BBB");
    Reassignment.Step other = step("c2", "CCC");
    List<Reassignment.Step> steps = List.of(one, other);
    return new Reassignment("r", 1, "jan", Town.MONDAY_TEN, "", steps, 0, true, null, null);
  }

  private static Reassignment.Step step(String citizen, String... numbers) {
    return new Reassignment.Step(
        citizen,
        List.of(numbers).stream()
            .map(number -> new Reassignment.Item(number, "jan", "ravi"))
            .toList());
  }

  @Test
  void betweenTwoCitizensItStopsAtOnce() {
    Reassignment stopped = begun().running(false);

    assertThat(stopped.running()).isFalse();
    assertThat(stopped.goesOn()).isFalse();
    assertThat(stopped.running(true).goesOn()).isTrue();
  }

  @Test
  void theCitizenWhoseTurnItIsIsTakenToTheEndAlsoByAnotherNode() {
    Reassignment stopped = begun().taking().running(false);

    assertThat(stopped.goesOn()).as("people read that it is stopped").isFalse();
    assertThat(stopped.running()).as("the clock finds it still").isTrue();
    assertThat(stopped.running(true).goesOn()).as("somebody thought better of it").isTrue();
    Reassignment after = stopped.advanced();
    assertThat(after.running()).isFalse();
    assertThat(after.seenTo()).isEqualTo(2);
    assertThat(after.ended()).isFalse();
    assertThat(after.running(true).taking().advanced().ended()).isTrue();
  }
}
