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
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The texts for people in one language, by key; {@code {fact}} stands for a fact. The
 * municipality's own words go first; where those need a fact that is not there, the program's text
 * is said and a line logged, once for each own text, so that no wording keeps a letter from
 * leaving. A key or fact that the program's text misses is a bug and throws {@link
 * IllegalArgumentException}.
 */
public final class Texts {
  private static final Logger LOG = LoggerFactory.getLogger(Texts.class);
  private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");

  private final String language;
  private final Properties texts;
  private final OwnWords own;

  /** The own text of each key that was last logged. */
  private final Map<String, String> told;

  /**
   * As the program says it.
   *
   * @param language "nl" or "en"
   */
  public Texts(String language) {
    this(
        language,
        read("/texts/letters_" + language + ".properties"),
        OwnWords.NONE,
        new ConcurrentHashMap<>());
  }

  private Texts(String language, Properties texts, OwnWords own, Map<String, String> told) {
    this.language = language;
    this.texts = texts;
    this.own = own;
    this.told = told;
  }

  private static Properties read(String bundle) {
    Properties texts = new Properties();
    try (InputStream stream = Texts.class.getResourceAsStream(bundle)) {
      if (stream == null) {
        throw new IllegalArgumentException("no texts at " + bundle);
      }
      texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(bundle, e);
    }
  }

  /** The same texts where the municipality has no words of its own. */
  Texts with(OwnWords words) {
    return new Texts(language, texts, words, told);
  }

  String language() {
    return language;
  }

  Locale locale() {
    return Locale.forLanguageTag(language);
  }

  public Set<String> keys() {
    return texts.stringPropertyNames();
  }

  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /** As the program says it, with the places for facts; null when there is none. */
  public String program(String key) {
    return texts.getProperty(key);
  }

  /** The facts that a text has a place for, by name. */
  public static Set<String> facts(String text) {
    return FACT.matcher(text)
        .results()
        .map((MatchResult fact) -> fact.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The first of these keys that there is a text for. */
  String say(Map<String, String> facts, String... keys) {
    for (String key : keys) {
      String text = texts.getProperty(key);
      if (text != null) {
        String said = own.said(language, key);
        return said != null && canSay(key, said, facts)
            ? filled(key, said, facts)
            : filled(key, text, facts);
      }
    }
    throw new IllegalArgumentException(
        "no text '" + String.join("', '", keys) + "' in " + language);
  }

  private boolean canSay(String key, String said, Map<String, String> facts) {
    boolean all = facts(said).stream().allMatch(fact -> facts.get(fact) != null);
    if (!all && !said.equals(told.put(key, said))) {
      LOG.warn("own text '{}' ({}) needs a fact that is not there: not said", key, language);
    }
    return all;
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
