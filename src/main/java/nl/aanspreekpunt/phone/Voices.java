package nl.aanspreekpunt.phone;

/**
 * Which voices speak (https://www.twilio.com/docs/voice/twiml/say/text-speech).
 *
 * @param dutch such as {@code Polly.Laura-Neural}
 * @param english such as {@code Polly.Amy-Neural}
 */
public record Voices(String dutch, String english) {
  public String of(String language) {
    return language.equals("nl") ? dutch : english;
  }

  /** As the voice is told which language it speaks. */
  public static String tag(String language) {
    return language.equals("nl") ? "nl-NL" : "en-GB";
  }
}
