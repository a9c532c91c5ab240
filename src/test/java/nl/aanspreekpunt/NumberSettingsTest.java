package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import nl.aanspreekpunt.official.Numbers;
import nl.aanspreekpunt.official.OwnNumber;
import nl.aanspreekpunt.official.OwnNumber.Ability;
import nl.aanspreekpunt.official.OwnNumber.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberSettingsTest {
  private static final String SERVICE = "MG0123456789abcdef0123456789abcdef";

  @Test
  void eachNumberHasItsMeaningAndWhatItDoes() throws ConfigRefused {
    Numbers numbers =
        Config.of(
                Map.ofEntries(
                    Map.entry("numbers.names", "algemeen, afval, west, samira"),
                    Map.entry("numbers.algemeen.number", "+31 20 555 0100"),
                    Map.entry("numbers.afval.number", "+31205550101"),
                    Map.entry("numbers.afval.for", "topic afval"),
                    Map.entry("numbers.afval.service", SERVICE),
                    Map.entry("numbers.west.number", "+31205550102"),
                    Map.entry("numbers.west.for", "team wijk-west"),
                    Map.entry("numbers.west.does", "calls"),
                    Map.entry("numbers.samira.number", "+31205550103"),
                    Map.entry("numbers.samira.for", "official samira.elamrani"),
                    Map.entry("numbers.samira.does", "texts, whatsapp")))
            .numbers();

    assertThat(numbers.all())
        .containsExactly(
            new OwnNumber(
                "+31205550100",
                new Meaning.General(),
                Set.of(Ability.TEXTS, Ability.CALLS),
                null,
                null),
            new OwnNumber(
                "+31205550101",
                new Meaning.OfTopic("afval"),
                Set.of(Ability.TEXTS, Ability.CALLS),
                SERVICE,
                null),
            new OwnNumber(
                "+31205550102", new Meaning.OfTeam("wijk-west"), Set.of(Ability.CALLS), null, null),
            new OwnNumber(
                "+31205550103",
                new Meaning.OfOfficial("samira.elamrani"),
                Set.of(Ability.TEXTS, Ability.WHATSAPP),
                null,
                null));
    assertThat(numbers.answering("+31205550101", Ability.TEXTS).orElseThrow().number())
        .isEqualTo("+31205550101");
    assertThat(numbers.answering("+31205550102", Ability.TEXTS).orElseThrow().number())
        .isEqualTo("+31205550100");
    assertThat(numbers.general(Ability.WHATSAPP).orElseThrow().number()).isEqualTo("+31205550103");
    assertThat(numbers.answering(null, Ability.WHATSAPP)).as("it is Samira's own").isEmpty();
    assertThat(numbers.own("samira.elamrani", Ability.CALLS)).isEmpty();
    assertThat(numbers.ofService(SERVICE).orElseThrow().number()).isEqualTo("+31205550101");
    assertThat(numbers.ofService(null)).isEmpty();
  }

  @Test
  void withoutNamedNumbersTheSenderIsTheGeneralOne() throws ConfigRefused {
    assertThat(Config.of(Map.of("twilio.from", "+3197010203040")).numbers().all())
        .containsExactly(
            new OwnNumber(
                "+3197010203040",
                new Meaning.General(),
                Set.of(Ability.TEXTS, Ability.CALLS),
                null,
                null));
    assertThat(Config.of(Map.of("twilio.from", SERVICE)).numbers()).isEqualTo(Numbers.NONE);
    assertThat(Config.of(Map.of()).numbers()).isEqualTo(Numbers.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "numbers.a.number  | 020 555 0100 | a number such as +31 20 555 0100 is expected",
        "numbers.a.for     | afval        | general, or topic, team or official with its id",
        "numbers.a.does    | faxes        | any of texts, calls, whatsapp is expected",
        "numbers.a.service | SM1          | the SID of a messaging service",
        "numbers.b.number  | +31205550100 | a number that no other has is expected",
      })
  void whatIsWrongIsSaidWithItsKeyAndWhatIsExpected(String key, String value, String expected) {
    Map<String, String> given =
        new HashMap<>(
            Map.of(
                "numbers.names", "a, b",
                "numbers.a.number", "+31205550100",
                "numbers.b.number", "+31205550101"));
    given.put(key, value);

    ConfigRefused refused = catchThrowableOfType(ConfigRefused.class, () -> Config.of(given));

    assertThat(refused).hasMessageContaining(key).hasMessageContaining(expected);
  }

  @Test
  void aNumberThatIsNamedButNotGivenIsRefused() {
    ConfigRefused refused =
        catchThrowableOfType(
            ConfigRefused.class, () -> Config.of(Map.of("numbers.names", "algemeen")));

    assertThat(refused).hasMessageContaining("numbers.algemeen.number");
  }
}
