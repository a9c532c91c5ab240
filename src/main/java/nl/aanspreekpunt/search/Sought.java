package nl.aanspreekpunt.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Typed words as terms.
 *
 * @param each of each word, what it may be found by
 */
record Sought(List<List<String>> each) {
  static final int MOST_WORDS = 8;

  /** Digits of one telephone number that were typed apart. */
  private static final Pattern APART = Pattern.compile("\\+?\\(?\\d[\\d ().-]{6,20}\\d");

  private static final Pattern EMAIL = Pattern.compile("\\S+@\\S+");
  private static final int FEWEST_APART = 8;

  static Sought in(String typed, Words words) {
    List<List<String>> each = new ArrayList<>();
    String left = emails(numbers(typed, each), each);
    for (Words.Word word : words.in(left)) {
      if (each.size() < MOST_WORDS) {
        each.add(List.copyOf(of(word.plain(), words)));
      }
    }
    return new Sought(each.stream().distinct().toList());
  }

  private static String numbers(String typed, List<List<String>> each) {
    Matcher number = APART.matcher(typed);
    StringBuilder left = new StringBuilder();
    while (number.find()) {
      String digits = Terms.digits(number.group());
      boolean apart = digits.length() >= FEWEST_APART;
      if (apart) {
        each.add(List.of(phone(digits)));
      }
      number.appendReplacement(left, apart ? " " : Matcher.quoteReplacement(number.group()));
    }
    return number.appendTail(left).toString();
  }

  private static String emails(String typed, List<List<String>> each) {
    Matcher address = EMAIL.matcher(typed);
    while (address.find()) {
      each.add(List.of(Terms.email(address.group())));
    }
    return address.replaceAll(" ");
  }

  private static Set<String> of(String plain, Words words) {
    Set<String> any = new LinkedHashSet<>(words.stems(plain));
    if (plain.length() >= Terms.SHORTEST_PREFIX) {
      any.add(Terms.prefix(plain.substring(0, Math.min(Terms.LONGEST_PREFIX, plain.length()))));
    }
    if (plain.length() >= Terms.FEWEST_DIGITS && plain.chars().allMatch(Character::isDigit)) {
      any.add(phone(plain));
    }
    return any;
  }

  private static String phone(String digits) {
    return Terms.lastDigits(digits.substring(Math.max(0, digits.length() - Terms.MOST_DIGITS)));
  }

  /**
   * Whether a word of a text is one of those that were typed. To find a stem takes longer than all
   * else; no stem begins with another letter than its word.
   */
  boolean has(String plain, Words words) {
    for (List<String> any : each) {
      for (String term : any) {
        if (beginsAlike(plain, term)
            && (begins(plain, term) || words.stems(plain).contains(term))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean beginsAlike(String plain, String term) {
    int first = term.startsWith("^") ? 1 : 0;
    return term.length() > first && plain.charAt(0) == term.charAt(first);
  }

  private static boolean begins(String plain, String term) {
    return term.startsWith("^") && plain.startsWith(term.substring(1));
  }
}
