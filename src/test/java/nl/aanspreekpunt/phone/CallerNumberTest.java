package nl.aanspreekpunt.phone;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which numbers are somebody's, and which may be called back. */
class CallerNumberTest {
  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "anonymous",
        "Anonymous",
        "+266696687",
        "+7378742833",
        "+86282452253",
        "restricted",
        "unavailable",
        "sip:anonymous@anonymous.invalid",
        "+31",
        "1234",
        "client:jan",
        "+319001234",
        "+3290212345"
      })
  void whoWithholdsTheirNumberHasNone(String from) {
    assertThat(CallerNumber.of(from)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+31612345678", "+31205550100", "+32470123456", "+4915123456789"})
  void aNumberThatExistsIsWhereTheyCallFrom(String from) {
    assertThat(CallerNumber.of(from)).contains(from);
  }

  @ParameterizedTest
  @CsvSource({
    "0612345678, +31612345678",
    "0205550100, +31205550100",
    "0032470123456, +32470123456",
    "0031612345678, +31612345678",
    "0881234567, +31881234567",
  })
  void whatIsKeyedInIsRead(String digits, String number) {
    assertThat(CallerNumber.keyed(digits)).contains(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "612345678",
        "0909012345",
        "09001234",
        "09061234",
        "112",
        "0*12",
        "00",
        "0"
      })
  void whatCostsOrDoesNotExistIsNotCalled(String digits) {
    assertThat(CallerNumber.keyed(digits)).isEmpty();
  }

  @Property(tries = 500)
  void whateverIsPressedGivesANumberOrNone(@ForAll String digits) {
    assertThat(CallerNumber.keyed(digits).orElse("+31612345678")).matches("\\+[1-9]\\d{6,14}");
  }
}
