package nl.aanspreekpunt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.official.Numbers;
import nl.aanspreekpunt.phone.Lines;
import nl.aanspreekpunt.phone.Voices;

/** The keys of calls. */
final class VoiceSettings {
  private static final Pattern VOICE = Pattern.compile("[A-Za-z]+\\.[A-Za-z0-9-]{1,60}");

  private VoiceSettings() {}

  static Config.Voice read(Settings settings, Config.Twilio twilio, Numbers ours) {
    boolean on = settings.flag("voice.on", false);
    if (on && (twilio.accountSid() == null || twilio.authToken() == null)) {
      settings.refuse(
          "voice.on: twilio.account-sid and twilio.auth-token are expected besides, since each"
              + " call is signed with them");
    }
    String through =
        settings.one("voice.through", "a number such as +31 20 555 0100", VoiceSettings::number);
    if (through != null && ours.of(through).isPresent()) {
      settings.refuse(
          "voice.through: a number that does not come back to the hub is expected, so none of"
              + " numbers.names");
    }
    return new Config.Voice(
        on,
        settings.one("voice.caller-id", "a number such as +31 20 555 0100", VoiceSettings::number),
        through,
        new Voices(
            voice(settings, "voice.dutch", "Polly.Laura-Neural"),
            voice(settings, "voice.english", "Polly.Amy-Neural")),
        recordings(settings),
        settings.flag("voice.delete-recordings", true));
  }

  private static Optional<String> number(String text) {
    return Addresses.phone(text).map(Address::value);
  }

  private static String voice(Settings settings, String key, String otherwise) {
    String voice =
        settings.one(
            key,
            "a voice of Twilio's, such as " + otherwise,
            text -> Optional.of(text).filter(VOICE.asMatchPredicate()));
    return voice == null ? otherwise : voice;
  }

  private static Map<String, String> recordings(Settings settings) {
    Map<String, String> all =
        settings.some(
            "voice.recordings",
            null,
            "lines and the https address of their recording, such as"
                + " nl.greeting=https://voorbeeldstad.example/welkom.mp3, of these lines: "
                + String.join(", ", Lines.recordable()),
            VoiceSettings::recordings);
    return all == null ? Map.of() : all;
  }

  private static Optional<Map<String, String>> recordings(List<String> words) {
    Map<String, String> all = new HashMap<>();
    for (String word : words) {
      String[] one = word.split("=", 2);
      boolean fits =
          one.length == 2
              && Lines.recordable().contains(one[0])
              && one[1].matches("https://[^\\s<>\"]{4,500}");
      if (!fits || all.put(one[0], one[1]) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(all);
  }
}
