package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys of calls. */
class VoiceSettingsTest {
  @Test
  void callsAreNotAnsweredUnlessThatIsSaid() throws ConfigRefused {
    Config.Voice voice = Config.of(Map.of()).voice();

    assertThat(voice.on()).isFalse();
    assertThat(voice.callerId()).isNull();
    assertThat(voice.voices().dutch()).isEqualTo("Polly.Laura-Neural");
    assertThat(voice.recordings()).isEmpty();
    assertThat(voice.deletes()).isTrue();
  }

  @Test
  void allOfItCanBeSet() throws ConfigRefused {
    Config.Voice voice =
        Config.of(
                Map.of(
                    "voice.on", "true",
                    "twilio.account-sid", "AC1",
                    "twilio.auth-token", "geheim",
                    "voice.caller-id", "020 555 0100",
                    "voice.through", "+31 20 555 0199",
                    "voice.dutch", "Google.nl-NL-Wavenet-E",
                    "voice.recordings",
                        "nl.greeting=https://voorbeeldstad.example/welkom.mp3,"
                            + " en.message=https://voorbeeldstad.example/message.mp3",
                    "voice.delete-recordings", "false"))
            .voice();

    assertThat(voice.on()).isTrue();
    assertThat(voice.callerId()).isEqualTo("+31205550100");
    assertThat(voice.through()).isEqualTo("+31205550199");
    assertThat(voice.voices().dutch()).isEqualTo("Google.nl-NL-Wavenet-E");
    assertThat(voice.recordings())
        .containsEntry("nl.greeting", "https://voorbeeldstad.example/welkom.mp3")
        .hasSize(2);
    assertThat(voice.deletes()).isFalse();
  }

  @Test
  void whoIsPutThroughInNeedDoesNotComeBackToTheHub() {
    assertThatThrownBy(
            () ->
                Config.of(
                    Map.of(
                        "numbers.names", "algemeen",
                        "numbers.algemeen.number", "+31205550100",
                        "voice.through", "020 555 0100")))
        .isInstanceOf(ConfigRefused.class)
        .hasMessageContaining("voice.through");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "voice.on | misschien | true or false",
        "voice.on | true | twilio.auth-token",
        "voice.caller-id | 12 | a number such as",
        "voice.dutch | Laura | a voice of Twilio's",
        "voice.recordings | nl.greeting=http://voorbeeldstad.example/a.mp3 | of these lines",
        "voice.recordings | nl.promise=https://voorbeeldstad.example/a.mp3 | of these lines",
      })
  void whatIsWrongIsSaidWithItsKey(String key, String value, String expected) {
    assertThatThrownBy(() -> Config.of(Map.of(key, value)))
        .isInstanceOf(ConfigRefused.class)
        .hasMessageContaining(key)
        .hasMessageContaining(expected);
  }
}
