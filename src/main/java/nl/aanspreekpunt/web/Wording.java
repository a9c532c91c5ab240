package nl.aanspreekpunt.web;

import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of the pages in one language, by key; {@code {0}} stands for the first fact. A missing
 * key or fact is a bug and throws {@link IllegalArgumentException}.
 */
public final class Wording {
  private static final Pattern FACT = Pattern.compile("\\{(\\d)}");
  private static final Set<String> LANGUAGES = Set.of("nl", "en");
  private static final Wording DUTCH = new Wording("nl");
  private static final Wording ENGLISH = new Wording("en");

  private final String language;
  private final Properties texts = new Properties();

  private Wording(String language) {
    this.language = language;
    String bundle = "/texts/pages_" + language + ".properties";
    try (InputStream stream = Wording.class.getResourceAsStream(bundle)) {
      texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(bundle, e);
    }
  }

  /** English for "en", Dutch for all else. */
  public static Wording in(String language) {
    return "en".equals(language) ? ENGLISH : DUTCH;
  }

  /** The first of ours that a browser or system asks for; else the one given. */
  public static Wording asked(RoutingContext context, String otherwise) {
    return context.acceptableLanguages().stream()
        .map(LanguageHeader::tag)
        .filter(LANGUAGES::contains)
        .findFirst()
        .map(Wording::in)
        .orElseGet(() -> in(otherwise));
  }

  public String language() {
    return language;
  }

  public Locale locale() {
    return Locale.forLanguageTag(language);
  }

  Set<String> keys() {
    return texts.stringPropertyNames();
  }

  /** As it stands, with the places for facts. */
  String raw(String key) {
    return texts.getProperty(key);
  }

  public boolean has(String key) {
    return texts.containsKey(key);
  }

  public String say(String key, Object... facts) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no text '" + key + "' in " + language);
    }
    return FACT.matcher(text)
        .replaceAll(
            place -> Matcher.quoteReplacement(fact(key, Integer.parseInt(place.group(1)), facts)));
  }

  private static String fact(String key, int place, Object[] facts) {
    if (place >= facts.length) {
      throw new IllegalArgumentException("text '" + key + "' needs fact " + place);
    }
    return String.valueOf(facts[place]);
  }
}
