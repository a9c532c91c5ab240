package nl.aanspreekpunt.official;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers and addresses of officials, normalised. */
final class Contact {
  private static final Pattern EMAIL =
      Pattern.compile("[a-z0-9_][a-z0-9._-]{0,63}@[a-z0-9-]+(\\.[a-z0-9-]+)+");

  private Contact() {}

  /** E.164; null when not written. Numbers without a country are Dutch. */
  static String phone(Section section, String key) {
    String written = section.textOrNull(key);
    if (written == null) {
      return null;
    }
    String number = phone(written).orElse(null);
    if (number == null) {
      section.mistake(
          key,
          Mistake.What.PHONE,
          written,
          "'" + written + "' is no phone number; such as +31 85 123 4567 is");
    }
    return number;
  }

  /** Empty when no such number can exist. */
  static Optional<String> phone(String written) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = numbers.parse(written, "NL");
      return numbers.isValidNumber(number)
          ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** Lower case. A plus is refused: it parts the hub's own reply tokens from the name. */
  static String email(Section section, String key, String written) {
    if (!written.isEmpty() && email(written).isEmpty()) {
      section.mistake(
          key,
          Mistake.What.EMAIL,
          written,
          "'" + written + "' is no email address (plus is not allowed)");
    }
    return written.toLowerCase(Locale.ROOT);
  }

  /** Empty when it is no address. */
  static Optional<String> email(String written) {
    return Optional.of(written.toLowerCase(Locale.ROOT))
        .filter(address -> EMAIL.matcher(address).matches());
  }

  static String domain(String address) {
    return address.substring(address.indexOf('@') + 1);
  }
}
