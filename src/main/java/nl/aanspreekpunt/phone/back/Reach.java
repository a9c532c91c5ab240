package nl.aanspreekpunt.phone.back;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Set;
import nl.aanspreekpunt.official.Numbers;

/**
 * Which numbers the hub calls: the municipality pays for each, and whoever shares in what a number
 * earns asks to be called at it. Officials call any other themselves. Decided here alone.
 *
 * @param countries that are called (ISO 3166-1 alpha-2), such as "NL"
 * @param ours which lead back to the hub
 */
public record Reach(Set<String> countries, Numbers ours) {
  private static final Set<PhoneNumberType> DEAR =
      Set.of(PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST, PhoneNumberType.UNKNOWN);

  public Reach {
    countries = Set.copyOf(countries);
  }

  /**
   * @param number E.164; anything else is not called
   */
  public boolean calls(String number) {
    PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber read = phones.parse(number, null);
      String country = phones.getRegionCodeForNumber(read);
      return country != null
          && countries.contains(country)
          && !DEAR.contains(phones.getNumberType(read))
          && ours.of(number).isEmpty();
    } catch (NumberParseException e) {
      return false;
    }
  }
}
