package nl.aanspreekpunt.web.work.setup.directory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Days and times, each on a line: {@code ma-do 08:30-17:00}; or that it is always. Days are written
 * in the reader's language, and read in both.
 *
 * @param language {@code nl} or {@code en}
 */
record Hours(String language) implements Codec {
  private static final Pattern DAYS =
      Pattern.compile(
          "((?:(?:odd|even|oneven) +)?[a-z]{2,3}(?: *- *[a-z]{2,3})?) *:? +([\\d:., -]+|closed|gesloten|dicht)");

  private static final String ALWAYS = "always";
  private static final String CLOSED = "closed";
  private static final Map<String, String> ENGLISH =
      Map.of(
          "ma",
          "mon",
          "di",
          "tue",
          "wo",
          "wed",
          "do",
          "thu",
          "vr",
          "fri",
          "za",
          "sat",
          "zo",
          "sun",
          "oneven",
          "odd",
          "altijd",
          ALWAYS,
          "gesloten",
          CLOSED);

  private static final Map<String, String> DUTCH = new HashMap<>();

  static {
    ENGLISH.forEach((dutch, english) -> DUTCH.put(english, dutch));
  }

  @Override
  public String shown(Object value) {
    return value instanceof Map<?, ?> days
        ? days.entrySet().stream()
            .map(day -> said(day.getKey() + " " + day.getValue()))
            .collect(Collectors.joining("\n"))
        : said(TEXT.shown(value));
  }

  @Override
  public String told(String written) {
    return said(written);
  }

  /** Days and the words for all of them and none, in the reader's language. */
  String said(String days) {
    return language.equals("nl") ? each(days, DUTCH) : days;
  }

  @Override
  public Object value(String typed, Object was) {
    String plain = typed.strip().toLowerCase(Locale.ROOT);
    if (each(plain, ENGLISH).equals(ALWAYS)) {
      return ALWAYS;
    }
    Map<String, String> days = new LinkedHashMap<>();
    for (String line : plain.lines().map(String::strip).filter(one -> !one.isEmpty()).toList()) {
      Matcher day = DAYS.matcher(line);
      if (!day.matches() || days.put(each(day.group(1), ENGLISH), times(day.group(2))) != null) {
        throw new IllegalArgumentException("gids.mistake.HOURS");
      }
    }
    return days.isEmpty() ? null : days;
  }

  private static String times(String typed) {
    return typed.equals("dicht") ? CLOSED : each(typed.strip(), ENGLISH);
  }

  private static String each(String days, Map<String, String> words) {
    return Arrays.stream(days.split("(?<=[ -])|(?=[ -])", -1))
        .map(part -> words.getOrDefault(part, part))
        .collect(Collectors.joining());
  }
}
