package nl.aanspreekpunt.web;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.official.Official;

/**
 * An official as citizens see one.
 *
 * @param portrait path of the picture; null if none
 * @param phone as people write it; null if none
 * @param dial as a telephone takes it; null if none
 * @param words what they say of themselves; null when nothing
 * @param days which days they work, in words; null when that is not said
 */
public record Person(
    String name,
    String function,
    String portrait,
    String phone,
    String dial,
    String address,
    String days,
    String words) {

  public static Person of(Official official) {
    return new Person(
        official.name(),
        official.function(),
        official.portrait() == null ? null : "/portraits/" + official.portrait(),
        official.phone() == null ? null : shown(official.phone()),
        official.phone(),
        official.address(),
        null,
        null);
  }

  /** With the days that they work, in words; null says nothing. */
  public Person working(String inWords) {
    return new Person(name, function, portrait, phone, dial, address, inWords, words);
  }

  /** With what they say of themselves; null says nothing. */
  public Person saying(String ofThemselves) {
    return new Person(name, function, portrait, phone, dial, address, days, ofThemselves);
  }

  /** The address before its @: a line may break after it. */
  public String mailbox() {
    return address.substring(0, address.indexOf('@'));
  }

  /** The address from its @ on. */
  public String domain() {
    return address.substring(address.indexOf('@'));
  }

  /** For who has no picture. */
  public String initials() {
    return Stream.of(name.split("\\s+"))
        .filter(part -> !part.isEmpty() && Character.isUpperCase(part.codePointAt(0)))
        .map(part -> part.substring(0, 1))
        .limit(2)
        .collect(Collectors.joining());
  }

  /** A number as people write it: national within the Netherlands. */
  public static String shown(String phone) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = numbers.parse(phone, "NL");
      boolean dutch = number.getCountryCode() == 31;
      return numbers.format(
          number, dutch ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    } catch (NumberParseException e) {
      return phone;
    }
  }
}
