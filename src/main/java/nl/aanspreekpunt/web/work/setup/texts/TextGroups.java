package nl.aanspreekpunt.web.work.setup.texts;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.aanspreekpunt.web.Wording;

/** Texts by what they are about; a group's name is a part of the keys of its own texts. */
public final class TextGroups {
  /** In the order in which a citizen meets them; then others, then who works here. */
  static final List<String> ALL =
      List.of(
          "every",
          "ACKNOWLEDGEMENT",
          "promise",
          "REPLY",
          "CLOSED",
          "NEW_OFFICIAL",
          "reason",
          "ACTING",
          "LATE",
          "RENEWED",
          "PROMISED",
          "WENT_ON",
          "CALLBACK_ENDED",
          "BETTER_MOMENT",
          "INVITATION",
          "APPOINTMENT",
          "AGREEMENT",
          "CHAFED",
          "CONTACT",
          "CONSENT",
          "LINKED",
          "CODE",
          "ADDRESS",
          "FORWARD",
          "PARTNER",
          "staff",
          "LADDER",
          "WARNING",
          "OFFER",
          "HANDED_OVER",
          "ASKED",
          "AGENDA",
          "PRINCIPLE",
          "BACKING",
          "STEADY",
          "FRICTION",
          "ABSENCE",
          "ADMINISTRATION",
          "DIGEST");

  private static final String SMS = "sms.";
  private static final Set<String> OF_STAFF = Set.of("staff", "does");

  private TextGroups() {}

  static boolean isSms(String key) {
    return key.startsWith(SMS);
  }

  static String of(String key) {
    String first = (isSms(key) ? key.substring(SMS.length()) : key).split("\\.", 2)[0];
    if (OF_STAFF.contains(first)) {
      return "staff";
    }
    if (first.equals("what")) {
      return "WARNING";
    }
    boolean kind = first.equals(first.toUpperCase(Locale.ROOT));
    return kind || first.equals("promise") || first.equals("reason") ? first : "every";
  }

  /** Of the group that a text is in, also one that the program does not say any more. */
  public static String name(String key, Wording words) {
    String group = of(key);
    return ALL.contains(group) ? words.say("lettertexts.group." + group) : key;
  }

  /** How many of these there are in each group; a group without any is left out. */
  static Map<String, Integer> counted(Collection<String> keys) {
    Map<String, Integer> counted = new LinkedHashMap<>();
    ALL.forEach(group -> counted.put(group, 0));
    keys.forEach(key -> counted.merge(of(key), 1, Integer::sum));
    counted.values().removeIf(many -> many == 0);
    return counted;
  }
}
