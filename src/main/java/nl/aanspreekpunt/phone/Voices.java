package nl.aanspreekpunt.phone;

import java.util.regex.Pattern;

/**
 * Which voices speak (https://www.twilio.com/docs/voice/twiml/say/text-speech).
 *
 * @param dutch such as {@code Polly.Laura-Neural}
 * @param english such as {@code Polly.Amy-Neural}
 */
public record Voices(String dutch, String english) {
  /** All but the characters of XML (https://www.w3.org/TR/xml/#charsets). */
  private static final Pattern UNSPOKEN =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  public String of(String language) {
    return language.equals("nl") ? dutch : english;
  }

  /** What cannot stand in XML would have Twilio refuse all of it, and end the call. */
  public static String plain(String words) {
    return UNSPOKEN.matcher(words).replaceAll(" ");
  }

  /** As the voice is told which language it speaks. */
  public static String tag(String language) {
    return language.equals("nl") ? "nl-NL" : "en-GB";
  }
}
