package nl.aanspreekpunt.phone;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is said on the telephone, by key and language; {@code {fact}} stands for a fact. Where the
 * municipality has a recording of its own, that is played.
 */
public final class Lines {
  /** The languages that there are. */
  public static final Set<String> LANGUAGES = Set.of("nl", "en");

  private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");
  private final Map<String, Properties> texts = new HashMap<>();
  private final Map<String, String> recordings;

  /**
   * A line to be said.
   *
   * @param recording URL that is played in place of the text; null: it is spoken
   */
  public record Line(String language, String text, String recording) {}

  /**
   * @param recordings URL by language and key, such as {@code nl.greeting}; only of {@link
   *     #recordable()}
   */
  public Lines(Map<String, String> recordings) {
    this.recordings = Map.copyOf(recordings);
    LANGUAGES.forEach(language -> texts.put(language, read(language)));
  }

  private static Properties read(String language) {
    String bundle = "/texts/phone_" + language + ".properties";
    Properties texts = new Properties();
    try (InputStream stream = Lines.class.getResourceAsStream(bundle)) {
      texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(bundle, e);
    }
  }

  /** A key or a fact that is missed is a bug, and throws {@link IllegalArgumentException}. */
  Line line(String language, String key, Map<String, String> facts) {
    String said = LANGUAGES.contains(language) ? language : "nl";
    String text = texts.get(said).getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no line '" + key + "' in " + said);
    }
    return new Line(said, filled(text, facts), recordings.get(said + "." + key));
  }

  private static String filled(String text, Map<String, String> facts) {
    return FACT.matcher(text).replaceAll(it -> Matcher.quoteReplacement(fact(it.group(1), facts)));
  }

  private static String fact(String name, Map<String, String> facts) {
    String fact = facts.get(name);
    if (fact == null) {
      throw new IllegalArgumentException("a line needs the fact '" + name + "'");
    }
    return fact;
  }

  /** What citizens hear that names nobody; what has a name or a term in it is spoken. */
  public static Set<String> recordable() {
    Set<String> all = new TreeSet<>();
    for (String language : LANGUAGES) {
      Properties texts = read(language);
      for (String key : texts.stringPropertyNames()) {
        Set<String> facts =
            FACT.matcher(texts.getProperty(key))
                .results()
                .map((MatchResult it) -> it.group(1))
                .collect(Collectors.toSet());
        boolean heard = !key.startsWith("whisper") && !key.startsWith("taken");
        if (heard && Set.of("municipality").containsAll(facts)) {
          all.add(language + "." + key);
        }
      }
    }
    return all;
  }
}
