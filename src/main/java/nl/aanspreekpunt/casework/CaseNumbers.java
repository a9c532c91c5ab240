package nl.aanspreekpunt.casework;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Case numbers: 8 Crockford characters of a keyed hash of receipt and attempt, and a check
 * character (Luhn mod 32), so that a mistyped number is seen as such and none can be counted up.
 */
public final class CaseNumbers {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final Pattern IN_TEXT =
      Pattern.compile("(?<![0-9A-Za-z])[0-9A-Za-z]{9}(?![0-9A-Za-z])");
  private final Signer signer;

  public CaseNumbers(Signer signer) {
    this.signer = signer;
  }

  /** The number of the case a receipt opens; a clash takes the next attempt. */
  public String of(String receipt, int attempt) {
    byte[] hash = signer.mac("case", receipt + "/" + attempt);
    StringBuilder number = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      number.append(ALPHABET.charAt(hash[i] & 31));
    }
    return number.append(check(number)).toString();
  }

  /** The first well-formed number in a text; Crockford's look-alikes (O, I, L) are read. */
  public static Optional<String> in(String text) {
    Matcher found = IN_TEXT.matcher(text);
    while (found.find()) {
      Optional<String> number = parse(found.group());
      if (number.isPresent()) {
        return number;
      }
    }
    return Optional.empty();
  }

  /** The number as it is stored; empty when it is none. */
  public static Optional<String> parse(String typed) {
    String number =
        typed
            .strip()
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    boolean wellFormed =
        number.length() == 9
            && number.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
            && check(number.substring(0, 8)) == number.charAt(8);
    return wellFormed ? Optional.of(number) : Optional.empty();
  }

  private static char check(CharSequence digits) {
    int sum = 0;
    int factor = 2;
    for (int i = digits.length() - 1; i >= 0; i--) {
      int product = factor * ALPHABET.indexOf(digits.charAt(i));
      sum += product / 32 + product % 32;
      factor = 3 - factor;
    }
    return ALPHABET.charAt((32 - sum % 32) % 32);
  }
}
