package nl.aanspreekpunt.web.mine;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Set;
import nl.aanspreekpunt.citizen.Address;

/**
 * What codes by SMS may cost: each is paid for, and whoever shares in what a number abroad earns
 * would ask for many.
 *
 * @param anHour to all citizens together
 * @param countries that they go to (ISO 3166-1 alpha-2), such as "NL"
 */
public record SmsCodes(int anHour, Set<String> countries) {
  public SmsCodes {
    countries = Set.copyOf(countries);
  }

  /** Whether a code may go to this number at all. */
  public boolean reach(Address phone) {
    PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    try {
      String country = phones.getRegionCodeForNumber(phones.parse(phone.value(), "NL"));
      return country != null && countries.contains(country);
    } catch (NumberParseException e) {
      return false;
    }
  }
}
