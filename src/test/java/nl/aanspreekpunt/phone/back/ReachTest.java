package nl.aanspreekpunt.phone.back;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import nl.aanspreekpunt.official.Numbers;
import nl.aanspreekpunt.official.OwnNumber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which numbers the hub calls, as each is paid for. */
class ReachTest {
  private static final String OURS = "+31205550100";
  private final Reach reach =
      new Reach(
          Set.of("NL", "BE"),
          new Numbers(
              List.of(
                  new OwnNumber(
                      OURS,
                      new OwnNumber.Meaning.General(),
                      Set.of(OwnNumber.Ability.CALLS),
                      null,
                      null))));

  @ParameterizedTest
  @ValueSource(
      strings = {"+31612345678", "+31201234567", "+31881234567", "+318001234", "+32470123456"})
  void aNumberInACountryThatIsNamedIsCalled(String number) {
    assertThat(reach.calls(number)).isTrue();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "+319001234",
        "+319061234",
        "+3290212345",
        "+4915123456789",
        "+447700900123",
        "+88213123456",
        "+8835100123456",
        "+979123456789",
        "+2522123456",
        "+12684601234",
        "0612345678",
        "112",
        "+31112",
        "sip:jan@elders.example",
        OURS
      })
  void aNumberThatCostsMoreIsAbroadOrLeadsBackIsNot(String number) {
    assertThat(reach.calls(number)).isFalse();
  }
}
