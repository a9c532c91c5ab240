package nl.aanspreekpunt.twilio;

import java.util.List;
import java.util.Map;

/**
 * A message that Twilio has of the hub.
 *
 * @param from a number or a messaging service, as the hub said
 * @param body null when it is made of a template
 * @param created RFC 2822
 * @param form all that the hub said
 */
public record Sent(
    String sid,
    String to,
    String from,
    String body,
    String callback,
    String created,
    Map<String, List<String>> form) {
  public Sent(String sid, String to, String from, String body, String callback, String created) {
    this(sid, to, from, body, callback, created, Map.of());
  }

  static Sent of(String sid, String created, Map<String, List<String>> form) {
    String from = first(form, "From");
    return new Sent(
        sid,
        first(form, "To"),
        from == null ? first(form, "MessagingServiceSid") : from,
        first(form, "Body"),
        first(form, "StatusCallback"),
        created,
        form);
  }

  /** What the hub said under this name; null if nothing. */
  public String said(String name) {
    return first(form, name);
  }

  private static String first(Map<String, List<String>> form, String name) {
    return form.containsKey(name) ? form.get(name).get(0) : null;
  }
}
