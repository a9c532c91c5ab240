package nl.aanspreekpunt.web;

/**
 * What every page has around its own content.
 *
 * @param title of the page, without the municipality's name
 * @param path where this page is, for the switch of language
 * @param viewer the official who is logged in; null for a citizen
 * @param token guards the forms on this page
 * @param flash what the last act came to; null if nothing
 */
public record Frame(
    Wording words,
    Moments moments,
    String municipality,
    Look look,
    String title,
    String path,
    Viewer viewer,
    String token,
    String flash) {

  /** With another path for the switch of language: of the page that a form was sent from. */
  public Frame at(String otherPath) {
    return new Frame(words, moments, municipality, look, title, otherPath, viewer, token, flash);
  }

  public String otherLanguage() {
    return words.language().equals("nl") ? "en" : "nl";
  }

  public String inOtherLanguage() {
    return path + "?taal=" + otherLanguage();
  }

  public String say(String key, Object... facts) {
    return words.say(key, facts);
  }
}
