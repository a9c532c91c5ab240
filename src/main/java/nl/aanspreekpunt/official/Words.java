package nl.aanspreekpunt.official;

/** A text for people in both languages; English falls back to Dutch where it is not given. */
public record Words(String nl, String en) {
  public String in(String language) {
    return "en".equals(language) && en != null && !en.isBlank() ? en : nl;
  }
}
