package nl.aanspreekpunt.casework.standard;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names between braces in a standard text, for which a case has the words. */
public enum Placeholders {
  NAME("naam", "name"),
  NUMBER("nummer", "number"),
  SUBJECT("onderwerp", "subject"),
  DUE("termijn", "due"),
  MY_NAME("mijn naam", "my name");

  private static final Pattern ANY = Pattern.compile("\\{([^{}\\n]{1,40})\\}");
  private final String dutch;
  private final String english;

  Placeholders(String dutch, String english) {
    this.dutch = dutch;
    this.english = english;
  }

  /** As it is typed, without braces. */
  public String in(String language) {
    return language.equals("en") ? english : dutch;
  }

  private static Optional<Placeholders> of(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    for (Placeholders one : values()) {
      if (one.dutch.equals(plain) || one.english.equals(plain)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /** What stands between braces and means nothing, as it is typed. */
  public static List<String> unknown(String text) {
    return found(text).filter(one -> of(one.group(1)).isEmpty()).map(MatchResult::group).toList();
  }

  /** What is still to be filled in, as it is typed. */
  public static List<String> left(String text) {
    return found(text).filter(one -> of(one.group(1)).isPresent()).map(MatchResult::group).toList();
  }

  private static Stream<MatchResult> found(String text) {
    return ANY.matcher(text == null ? "" : text).results();
  }

  /** Filled in where the words are known; the rest stays as it is, to be filled in by hand. */
  public static String filled(String text, Map<Placeholders, String> words) {
    return ANY.matcher(text)
        .replaceAll(
            one ->
                Matcher.quoteReplacement(of(one.group(1)).map(words::get).orElseGet(one::group)));
  }
}
