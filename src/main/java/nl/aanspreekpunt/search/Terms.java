package nl.aanspreekpunt.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.citizen.Address;

/**
 * What a case can be found by: stems of words as they are; {@code ^} and the first letters of names
 * and of words of a subject; {@code #} and the last digits of a telephone number; {@code @} and an
 * email address; {@code =} and who may read it, or what it is narrowed to.
 */
final class Terms {
  static final int SHORTEST_PREFIX = 3;
  static final int LONGEST_PREFIX = 10;
  static final int FEWEST_DIGITS = 4;
  static final int MOST_DIGITS = 9;
  private static final int MOST = 4_000;
  private static final int MOST_NUMBERS = 5;
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\d+])\\+?\\d[\\d ().-]{7,18}\\d(?!\\d)");

  private final Words words;
  private final Set<String> all = new LinkedHashSet<>();

  Terms(Words words) {
    this.words = words;
  }

  Terms text(String text, String language) {
    if (text != null) {
      for (Words.Word word : words.in(text)) {
        add(words.stem(word.plain(), language));
      }
      numbers(text);
    }
    return this;
  }

  private void numbers(String text) {
    String some = text.substring(0, Math.min(Words.LONGEST, text.length()));
    Matcher number = NUMBER.matcher(some);
    for (int n = 0; n < MOST_NUMBERS && number.find(); ) {
      String digits = digits(number.group());
      if (digits.length() >= MOST_DIGITS && digits.length() <= 13) {
        phone(digits);
        n++;
      }
    }
  }

  /** Words that are also found by how they begin. */
  Terms begins(String text, String language) {
    if (text != null) {
      text(text, language);
      words.in(text).forEach(word -> prefixes(word.plain()));
    }
    return this;
  }

  Terms address(Address address) {
    if (address.kind() == Address.Kind.PHONE) {
      return phone(digits(address.value()));
    }
    add(email(address.value()));
    String local = address.value().substring(0, Math.max(0, address.value().indexOf('@')));
    add(local);
    return begins(local.replaceAll("[^\\p{L}\\p{N}]+", " "), "nl");
  }

  Terms phone(String digits) {
    for (int n = FEWEST_DIGITS; n <= Math.min(MOST_DIGITS, digits.length()); n++) {
      add(lastDigits(digits.substring(digits.length() - n)));
    }
    return this;
  }

  Terms number(String number) {
    prefixes(number.toLowerCase(Locale.ROOT));
    return this;
  }

  private void prefixes(String word) {
    for (int n = SHORTEST_PREFIX; n <= Math.min(LONGEST_PREFIX, word.length()); n++) {
      add(prefix(word.substring(0, n)));
    }
  }

  private void add(String term) {
    if (!term.isEmpty() && all.size() < MOST) {
      all.add(term);
    }
  }

  List<String> all() {
    return new ArrayList<>(all);
  }

  static String digits(String number) {
    return number.replaceAll("\\D", "");
  }

  static String prefix(String letters) {
    return "^" + letters;
  }

  static String lastDigits(String digits) {
    return "#" + digits;
  }

  static String email(String address) {
    return "@" + address.toLowerCase(Locale.ROOT);
  }

  static String narrow(char what, Object to) {
    return "=" + what + ":" + to;
  }

  static boolean narrows(String term) {
    return term.startsWith("=");
  }
}
