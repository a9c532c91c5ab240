package nl.aanspreekpunt.official;

import java.util.List;
import java.util.Locale;

/**
 * What counts when work is shared out to an official, besides what they know and have to do.
 *
 * @param cap open cases from which on nothing is shared out to them while a colleague has room;
 *     null: none
 * @param share of a full working week that they work, in percent; null: as their own hours tell
 * @param languages they speak beside Dutch, in two letters (ISO 639-1)
 */
public record Sharing(Integer cap, Integer share, List<String> languages) {
  /** Of whom nothing else is known. */
  public static final Sharing USUAL = new Sharing(null, null, List.of());

  static final int MOST = 10_000;
  static final int LEAST_SHARE = 5;
  static final int FULL = 100;

  public Sharing {
    languages = languages == null ? List.of() : List.copyOf(languages);
  }

  /** Every official speaks Dutch. */
  public boolean speaks(String language) {
    return language == null || language.equals("nl") || languages.contains(language);
  }

  static boolean isLanguage(String text) {
    return text.length() == 2 && List.of(Locale.getISOLanguages()).contains(text);
  }
}
