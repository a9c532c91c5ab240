package nl.aanspreekpunt.inbox.api;

import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.inbox.Inbound;

/**
 * A message as another system handed it in, checked. Each may be null but text and language; there
 * is an email address or a phone number.
 *
 * @param topic topic id
 * @param neighbourhood id
 */
public record ApiMessage(
    String name,
    Address email,
    Address phone,
    String subject,
    String text,
    String topic,
    String neighbourhood,
    String language,
    Inbound.Callback callback,
    String caseNumber) {
  private static final int SUBJECT = 80;

  /** For the receipt; what was not given is left out. */
  public Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    put(facts, "name", name);
    put(facts, "email", email == null ? null : email.value());
    put(facts, "phone", phone == null ? null : phone.value());
    put(facts, "subject", subject);
    put(facts, "text", text);
    put(facts, "topic", topic);
    put(facts, "neighbourhood", neighbourhood);
    put(facts, "language", language);
    put(facts, "case", caseNumber);
    if (callback != null) {
      put(facts, "callbackPhone", callback.phone());
      put(facts, "callbackReason", callback.reason());
      put(facts, "callbackPreferred", callback.preferred());
    }
    return facts;
  }

  private static void put(Map<String, String> facts, String key, String value) {
    if (value != null && !value.isEmpty()) {
      facts.put(key, value);
    }
  }

  static ApiMessage of(Map<String, String> facts) {
    return new ApiMessage(
        facts.get("name"),
        address(Address.Kind.EMAIL, facts.get("email")),
        address(Address.Kind.PHONE, facts.get("phone")),
        facts.get("subject"),
        facts.getOrDefault("text", ""),
        facts.get("topic"),
        facts.get("neighbourhood"),
        facts.getOrDefault("language", "nl"),
        callback(facts),
        facts.get("case"));
  }

  private static Address address(Address.Kind kind, String value) {
    return value == null ? null : new Address(kind, value);
  }

  private static Inbound.Callback callback(Map<String, String> facts) {
    String phone = facts.get("callbackPhone");
    return phone == null
        ? null
        : new Inbound.Callback(
            phone,
            facts.getOrDefault("callbackReason", ""),
            facts.getOrDefault("callbackPreferred", ""),
            facts.getOrDefault(ApiReading.TAKEN_BY, "citizen"));
  }

  /** Where they hear from us. */
  Address sender() {
    return email == null ? phone : email;
  }

  /** As given, else the first words, for a list. */
  String heading() {
    if (subject != null) {
      return subject;
    }
    String line = text.strip().lines().findFirst().orElse("").strip();
    return line.codePointCount(0, line.length()) <= SUBJECT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, SUBJECT)) + "…";
  }
}
