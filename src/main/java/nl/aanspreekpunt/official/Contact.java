package nl.aanspreekpunt.official;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
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
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = numbers.parse(written, "NL");
      if (numbers.isValidNumber(number)) {
        return numbers.format(number, PhoneNumberFormat.E164);
      }
    } catch (NumberParseException e) {
      // Said below, as for a number that cannot exist.
    }
    section.mistake(key, "'" + written + "' is no phone number; such as +31 85 123 4567 is");
    return null;
  }

  /** Lower case. A plus is refused: it parts the hub's own reply tokens from the name. */
  static String email(Section section, String key, String written) {
    String address = written.toLowerCase(Locale.ROOT);
    if (!written.isEmpty() && !EMAIL.matcher(address).matches()) {
      section.mistake(key, "'" + written + "' is no email address (plus is not allowed)");
    }
    return address;
  }

  static String domain(String address) {
    return address.substring(address.indexOf('@') + 1);
  }
}
