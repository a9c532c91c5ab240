package nl.aanspreekpunt.inbox.sms;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a WhatsApp message says besides its words
 * (https://www.twilio.com/docs/messaging/guides/webhook-request).
 */
final class WhatsAppWords {
  static final List<String> FACTS =
      List.of(
          "ProfileName",
          "ButtonText",
          "ButtonPayload",
          "Latitude",
          "Longitude",
          "Address",
          "Label");

  private static final int LONGEST_NAME = 80;

  private WhatsAppWords() {}

  /** The words, or the button that was pressed; and a place that was sent along. */
  static String text(Map<String, String> facts) {
    String words =
        Stream.of("Body", "ButtonText", "ButtonPayload")
            .map(name -> facts.getOrDefault(name, ""))
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse("");
    return Stream.of(words, place(facts))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** Empty when none was sent. */
  private static String place(Map<String, String> facts) {
    String latitude = facts.get("Latitude");
    String longitude = facts.get("Longitude");
    if (latitude == null || longitude == null) {
      return "";
    }
    String named =
        Stream.of("Label", "Address")
            .map(facts::get)
            .filter(Objects::nonNull)
            .filter(text -> !text.isBlank())
            .distinct()
            .collect(Collectors.joining(", "));
    String point = latitude + ", " + longitude;
    return named.isEmpty() ? point : named + " (" + point + ")";
  }

  /** As they call themselves there; null if they do not. */
  static String name(Map<String, String> facts) {
    String name = facts.getOrDefault("ProfileName", "").replaceAll("\\p{Cntrl}+", " ").strip();
    if (name.isEmpty()) {
      return null;
    }
    int end = Math.min(LONGEST_NAME, name.length());
    return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end);
  }
}
