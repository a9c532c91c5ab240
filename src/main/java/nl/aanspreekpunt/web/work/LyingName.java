package nl.aanspreekpunt.web.work;

import java.util.Locale;
import java.util.regex.Pattern;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;

/**
 * A name that a sender gives itself says nothing, and mail programs show it instead of the address:
 * one that holds another address, or is an official's, is there to deceive, or looks as if.
 */
public final class LyingName {
  private static final int LONGEST = 200;
  private static final Pattern BETWEEN = Pattern.compile("[\\s<>\"'(),;:]+");

  private LyingName() {}

  /**
   * @param name null: none was given
   * @param address null: there is none
   */
  public static boolean is(String name, String address, Directory directory) {
    if (name == null || address == null) {
      return false;
    }
    String said = name.substring(0, Math.min(LONGEST, name.length())).strip();
    boolean another =
        BETWEEN
            .splitAsStream(said)
            .anyMatch(
                one ->
                    one.indexOf('@') > 0
                        && one.indexOf('.', one.indexOf('@')) > 0
                        && !one.equalsIgnoreCase(address));
    return another
        || directory.officials().stream()
            .anyMatch(one -> plain(one.name()).equals(plain(said)) && !theirs(one, address));
  }

  private static boolean theirs(Official one, String address) {
    return address.equalsIgnoreCase(one.email()) || address.equalsIgnoreCase(one.address());
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ").strip();
  }
}
