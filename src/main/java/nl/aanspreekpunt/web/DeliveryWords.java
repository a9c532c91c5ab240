package nl.aanspreekpunt.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.outbox.Reason;

/** Why something was not delivered, in the reader's language. */
public record DeliveryWords(Wording words) {
  private static final String RETURNED = "returned:";
  private static final Pattern CODE = Pattern.compile("(twilio|notify):([A-Za-z0-9-]+)");
  private static final Pattern HTTP = Pattern.compile("http-(\\d{3})");
  private static final Pattern ERROR = Pattern.compile("\\d+");

  /** RFC 5321, section 4.2: a reply code, and the first of several lines with a hyphen. */
  private static final Pattern REPLY = Pattern.compile("[2-5]\\d{2}([ -].*)?", Pattern.DOTALL);

  /**
   * @param detail a {@link Reason}'s code or a provider's own words; what was stored before there
   *     were codes is said as it stands
   */
  public String why(String detail) {
    if (detail.startsWith(RETURNED)) {
      return returned(detail);
    }
    String key = "undelivered." + detail.replace(':', '.').replace(' ', '-');
    if (words.has(key)) {
      return words.say(key);
    }
    Matcher code = CODE.matcher(detail);
    if (code.matches()) {
      return general(code.group(1), code.group(2), detail);
    }
    return REPLY.matcher(detail).matches() ? words.say("undelivered.said", detail) : detail;
  }

  /** A code, and what the other server said behind it. */
  private String returned(String detail) {
    String[] parts = detail.split(" ", 2);
    String key = "undelivered." + parts[0].replace(':', '.');
    if (!words.has(key)) {
      return detail;
    }
    String why = words.say(key);
    return parts.length == 1 ? why : why + " " + words.say("undelivered.said", parts[1]);
  }

  private String general(String who, String what, String detail) {
    Matcher http = HTTP.matcher(what);
    if (http.matches()) {
      return words.say("undelivered." + who + ".http", http.group(1));
    }
    return who.equals("notify") || ERROR.matcher(what).matches()
        ? words.say("undelivered." + who + ".error", what)
        : detail;
  }
}
