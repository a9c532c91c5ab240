package nl.aanspreekpunt.citizen;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses as people and providers write them; equal ones come out equal. */
public final class Addresses {
  private static final int LONGEST_EMAIL = 254;
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>,;:\\\\\"()\\[\\]]{1,64}@[^\\s@<>,;:\\\\\"()\\[\\]]{1,189}");

  private Addresses() {}

  /** Lower case; empty when it is no address (RFC 5321 lengths, no quoted local parts). */
  public static Optional<Address> email(String text) {
    if (text == null) {
      return Optional.empty();
    }
    String address = text.strip().toLowerCase(Locale.ROOT);
    boolean fits = address.length() <= LONGEST_EMAIL && EMAIL.matcher(address).matches();
    return fits ? Optional.of(new Address(Address.Kind.EMAIL, address)) : Optional.empty();
  }

  /** E.164, Dutch unless it says otherwise; empty when it is no number that can exist. */
  public static Optional<Address> phone(String text) {
    if (text == null || text.isBlank() || text.length() > 40) {
      return Optional.empty();
    }
    PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    try {
      var number = phones.parse(text, "NL");
      return phones.isValidNumber(number)
          ? Optional.of(
              new Address(
                  Address.Kind.PHONE,
                  phones.format(number, PhoneNumberUtil.PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
