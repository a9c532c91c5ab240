package nl.aanspreekpunt.outbox;

/** A municipality's own words for some of the texts; the program's stand for the others. */
@FunctionalInterface
public interface OwnWords {
  OwnWords NONE = (language, key) -> null;

  /**
   * @param language "nl" or "en"
   * @return null: the program's own text
   */
  String said(String language, String key);

  /** The same but for one text. */
  default OwnWords with(String language, String key, String text) {
    return (asked, of) -> asked.equals(language) && of.equals(key) ? text : said(asked, of);
  }
}
