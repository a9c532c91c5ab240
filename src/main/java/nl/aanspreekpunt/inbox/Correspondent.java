package nl.aanspreekpunt.inbox;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.promise.LegalClass;

/**
 * Who wrote by a form or through a system, as they filled it in: nobody has verified that it is
 * theirs. There is an email address or a phone number.
 *
 * @param name null when not given
 * @param email null when only a number was given
 * @param phone E.164; null when only an email address was given
 * @param callback null unless they want to be called
 * @param byPhone they gave both, and want to be answered at the number
 * @param byWhatsApp at the number, by WhatsApp
 */
public record Correspondent(
    String name,
    Address email,
    Address phone,
    Inbound.Callback callback,
    boolean byPhone,
    boolean byWhatsApp) {
  private static final String ANSWER = "answerBy";
  private static final String PHONE = "phone";
  private static final String WHATSAPP = "whatsapp";

  public Correspondent(String name, Address email, Address phone, Inbound.Callback callback) {
    this(name, email, phone, callback, false, false);
  }

  private static final int HEADING = 80;
  private static final String LEGAL = "class";

  /** Known by an address alone. */
  public static Correspondent at(Address address) {
    boolean email = address.kind() == Address.Kind.EMAIL;
    return new Correspondent(null, email ? address : null, email ? null : address, null);
  }

  /** Where they hear from us. */
  public Address address() {
    return email == null || (byPhone && phone != null) ? phone : email;
  }

  /** All they gave. */
  public Set<Address> addresses() {
    return Stream.of(Optional.ofNullable(email), Optional.ofNullable(phone))
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  /** Into a receipt's facts; what was not given is left out. */
  public void put(Map<String, String> facts) {
    put(facts, "name", name);
    put(facts, "email", email == null ? null : email.value());
    put(facts, "phone", phone == null ? null : phone.value());
    put(facts, ANSWER, byWhatsApp ? WHATSAPP : byPhone ? PHONE : null);
    if (callback != null) {
      put(facts, "callbackPhone", callback.phone());
      put(facts, "callbackReason", callback.reason());
      put(facts, "callbackPreferred", callback.preferred());
    }
  }

  /** From a receipt's facts. */
  public static Correspondent of(Map<String, String> facts) {
    String called = facts.get("callbackPhone");
    return new Correspondent(
        facts.get("name"),
        address(Address.Kind.EMAIL, facts.get("email")),
        address(Address.Kind.PHONE, facts.get("phone")),
        called == null
            ? null
            : new Inbound.Callback(
                called,
                facts.getOrDefault("callbackReason", ""),
                facts.getOrDefault("callbackPreferred", "")),
        PHONE.equals(facts.get(ANSWER)) || WHATSAPP.equals(facts.get(ANSWER)),
        WHATSAPP.equals(facts.get(ANSWER)));
  }

  private static Address address(Address.Kind kind, String value) {
    return value == null ? null : new Address(kind, value);
  }

  /** Leaves out what is null or empty. */
  public static void put(Map<String, String> facts, String key, String value) {
    if (value != null && !value.isEmpty()) {
      facts.put(key, value);
    }
  }

  /** What they say it is to the law, into a receipt's facts; a question is what all else is. */
  public static void put(Map<String, String> facts, LegalClass legal) {
    if (legal != null && legal.decided()) {
      facts.put(LEGAL, legal.name().toLowerCase(Locale.ROOT));
    }
  }

  /** Null when it was not said, or that it is a question. */
  public static LegalClass legal(Map<String, String> facts) {
    return LegalClass.said(facts.get(LEGAL)).orElse(null);
  }

  /** What was written without a subject has its first words for one, in a list. */
  public static String heading(String text) {
    String line = text.strip().lines().findFirst().orElse("").strip();
    if (line.codePointCount(0, line.length()) <= HEADING) {
      return line;
    }
    int most = line.offsetByCodePoints(0, HEADING - 1);
    int space = line.lastIndexOf(' ', most);
    return line.substring(0, space > HEADING / 2 ? space : most) + "…";
  }
}
