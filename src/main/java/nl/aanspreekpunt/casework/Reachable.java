package nl.aanspreekpunt.casework;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;

/** How an address can be written to, if at all. */
public final class Reachable {
  private Reachable() {}

  /** The channel they used last at their address, else what that can be written to by. */
  public static Channel by(Participant who) {
    return who.by() == null ? by(who.address()) : who.by();
  }

  /** EMAIL, SMS for a mobile number, PHONE for what can only be called. */
  public static Channel by(Address address) {
    if (address.kind() == Address.Kind.EMAIL) {
      return Channel.EMAIL;
    }
    PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    try {
      return switch (phones.getNumberType(phones.parse(address.value(), "NL"))) {
        case MOBILE, FIXED_LINE_OR_MOBILE -> Channel.SMS;
        default -> Channel.PHONE;
      };
    } catch (NumberParseException e) {
      return Channel.PHONE;
    }
  }
}
