package nl.aanspreekpunt.outbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts for people in one language, by key; {@code {fact}} stands for a fact. A missing key or
 * fact is a bug and throws {@link IllegalArgumentException}.
 */
final class Texts {
  private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");

  private final String language;
  private final Properties texts = new Properties();

  /**
   * @param language "nl" or "en"
   */
  Texts(String language) {
    this.language = language;
    String bundle = "/texts/letters_" + language + ".properties";
    try (InputStream stream = Texts.class.getResourceAsStream(bundle)) {
      if (stream == null) {
        throw new IllegalArgumentException("no texts at " + bundle);
      }
      texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(bundle, e);
    }
  }

  String language() {
    return language;
  }

  Locale locale() {
    return Locale.forLanguageTag(language);
  }

  Set<String> keys() {
    return texts.stringPropertyNames();
  }

  boolean has(String key) {
    return texts.containsKey(key);
  }

  /** The first of these keys that there is a text for. */
  String say(Map<String, String> facts, String... keys) {
    for (String key : keys) {
      String text = texts.getProperty(key);
      if (text != null) {
        return filled(key, text, facts);
      }
    }
    throw new IllegalArgumentException(
        "no text '" + String.join("', '", keys) + "' in " + language);
  }

  private String filled(String key, String text, Map<String, String> facts) {
    return FACT.matcher(text)
        .replaceAll(fact -> Matcher.quoteReplacement(fact(key, fact.group(1), facts)));
  }

  private String fact(String key, String name, Map<String, String> facts) {
    String fact = facts.get(name);
    if (fact == null) {
      throw new IllegalArgumentException("text '" + key + "' needs the fact '" + name + "'");
    }
    return fact;
  }
}
