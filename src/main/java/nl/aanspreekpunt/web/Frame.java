package nl.aanspreekpunt.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.official.Role;

/**
 * What every page has around its own content.
 *
 * @param title of the page, without the municipality's name
 * @param path where this page is, for the switch of language
 * @param query what was asked of it, without the language; empty if nothing
 * @param viewer the official who is logged in; null for a citizen
 * @param token guards the forms on this page
 * @param flash what the last act came to; null if nothing
 * @param phones what the hub does with telephones
 */
public record Frame(
    Wording words,
    Moments moments,
    String municipality,
    Look look,
    String title,
    String path,
    String query,
    Viewer viewer,
    String token,
    String flash,
    Phones phones) {
  private static final Pattern QUESTION =
      Pattern.compile("(/v/[^/]+/[^/]+/[^/]+|/mijn/[^/]+)(/.*)?");

  /**
   * With another place for the switch of language: of the page that a form was sent from.
   *
   * @param place a path, maybe with a query
   */
  public Frame at(String place) {
    String[] parts = place.split("\\?", 2);
    String asked = parts.length > 1 ? parts[1] : "";
    return new Frame(
        words, moments, municipality, look, title, parts[0], asked, viewer, token, flash, phones);
  }

  /** The same page in another language, but for its title. */
  public Frame in(Wording other) {
    Moments said = new Moments(moments.zone(), other, moments.now());
    return new Frame(
        other, said, municipality, look, title, path, query, viewer, token, flash, phones);
  }

  /**
   * Whether who looks has the hub call that number; else a link opens their telephone.
   *
   * @param number E.164
   */
  public boolean dials(String number) {
    return phones.rings()
        && phones.reach().test(number)
        && viewer != null
        && (viewer.official().phone() != null || viewer.official().rings() != null);
  }

  /** Whether calls are put to who looks. */
  public boolean desk() {
    return phones.desk() && viewer != null && viewer.is(Role.CLERK);
  }

  public String otherLanguage() {
    return words.language().equals("nl") ? "en" : "nl";
  }

  public String inOtherLanguage() {
    return path + "?" + (query.isEmpty() ? "" : query + "&") + "taal=" + otherLanguage();
  }

  /** Where who wants to talk to a person goes: they who came for one question, about that one. */
  public String talk() {
    Matcher theirs = QUESTION.matcher(path);
    return (theirs.matches() ? theirs.group(1) : "") + "/iemand-spreken";
  }

  public String say(String key, Object... facts) {
    return words.say(key, facts);
  }
}
