package nl.aanspreekpunt.web;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences that developers of other systems read; English. */
public final class ApiWords {
  private static final ResourceBundle TEXTS = ResourceBundle.getBundle("texts.api", Locale.ROOT);

  private ApiWords() {}

  public static String say(String key, Object... values) {
    String pattern = TEXTS.containsKey(key) ? TEXTS.getString(key) : TEXTS.getString("refused");
    return new MessageFormat(pattern, Locale.ENGLISH).format(values);
  }
}
