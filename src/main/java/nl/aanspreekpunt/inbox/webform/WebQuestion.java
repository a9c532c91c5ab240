package nl.aanspreekpunt.inbox.webform;

import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.inbox.Inbound;

/**
 * What somebody filled in on the web form, checked. Nobody has verified that the address is theirs.
 *
 * @param name may be empty
 * @param email null when only a number was given
 * @param phone E.164; null when only an email address was given
 * @param topic topic id; null when they do not know
 * @param neighbourhood id; null when not given
 * @param complaint whether it is about an official
 * @param concerned the name of that official as typed; may be empty
 * @param callback null unless they want to be called
 */
public record WebQuestion(
    String name,
    Address email,
    Address phone,
    String topic,
    String neighbourhood,
    boolean complaint,
    String concerned,
    String text,
    Inbound.Callback callback,
    String language) {

  /** Where they hear from us. */
  public Address sender() {
    return email != null ? email : phone;
  }

  /** For the receipt; what was not given is left out. */
  public Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    put(facts, "name", name);
    put(facts, "email", email == null ? null : email.value());
    put(facts, "phone", phone == null ? null : phone.value());
    put(facts, "topic", topic);
    put(facts, "neighbourhood", neighbourhood);
    put(facts, "concerned", complaint ? concerned + " " : null);
    put(facts, "text", text);
    put(facts, "language", language);
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

  public static WebQuestion of(Map<String, String> facts) {
    String concerned = facts.get("concerned");
    return new WebQuestion(
        facts.getOrDefault("name", ""),
        address(Address.Kind.EMAIL, facts.get("email")),
        address(Address.Kind.PHONE, facts.get("phone")),
        facts.get("topic"),
        facts.get("neighbourhood"),
        concerned != null,
        concerned == null ? "" : concerned.strip(),
        facts.getOrDefault("text", ""),
        callback(facts),
        facts.getOrDefault("language", "nl"));
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
            facts.getOrDefault("callbackPreferred", ""));
  }

  /** The first words, for a list. */
  String subject() {
    String line = text.strip().lines().findFirst().orElse("").strip();
    if (line.length() <= 80) {
      return line;
    }
    int space = line.lastIndexOf(' ', 79);
    return line.substring(0, space > 40 ? space : 79) + "…";
  }

  /** What an official reads: the words, and what was filled in beside them. */
  String words() {
    boolean english = "en".equals(language);
    StringBuilder words = new StringBuilder();
    if (complaint && !concerned.isEmpty()) {
      words.append(english ? "Complaint about " : "Klacht over ").append(concerned).append("\n\n");
    } else if (complaint) {
      words.append(english ? "Complaint about an official" : "Klacht over een medewerker");
      words.append("\n\n");
    }
    words.append(text);
    if (phone != null && email != null) {
      words.append(english ? "\n\nPhone: " : "\n\nTelefoon: ").append(phone.value());
    }
    return words.toString();
  }
}
