package nl.aanspreekpunt.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.Set;

/** Where somebody calls from, and where they ask to be called: decided here alone. */
public final class CallerNumber {
  /**
   * What Twilio gives for who withholds their number: what a keypad spells
   * (https://help.twilio.com/articles/223179988).
   */
  private static final Set<String> WITHHELD =
      Set.of("+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253");

  /**
   * A municipality that calls back pays for none of these. Of organisations (088) it does: they
   * cost what any other does.
   */
  private static final Set<PhoneNumberType> DEAR =
      Set.of(PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST);

  private CallerNumber() {}

  /**
   * E.164; empty when it is withheld, or cannot exist. One that costs whoever calls it, nobody
   * calls from: it is pretended, to be called back.
   */
  public static Optional<String> of(String from) {
    return from == null || WITHHELD.contains(from.strip())
        ? Optional.empty()
        : valid(from).filter(CallerNumber::cheap).map(CallerNumber::written);
  }

  private static boolean cheap(PhoneNumber number) {
    return !DEAR.contains(PhoneNumberUtil.getInstance().getNumberType(number));
  }

  /**
   * What a caller keyed in, such as {@code 0612345678} or {@code 0032470123456} (E.164); empty when
   * no such number exists, or one that costs who calls it.
   */
  static Optional<String> keyed(String digits) {
    return digits.matches("0\\d{6,17}")
        ? valid(digits.startsWith("00") ? "+" + digits.substring(2) : digits)
            .filter(CallerNumber::cheap)
            .map(CallerNumber::written)
        : Optional.empty();
  }

  private static Optional<PhoneNumber> valid(String text) {
    PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    try {
      return Optional.of(phones.parse(text.substring(0, Math.min(40, text.length())), "NL"))
          .filter(phones::isValidNumber);
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  private static String written(PhoneNumber number) {
    return PhoneNumberUtil.getInstance().format(number, PhoneNumberFormat.E164);
  }
}
