package nl.aanspreekpunt.web.work.setup.texts;

import java.util.List;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.Form;

/**
 * One text in both languages, as it is read in a message.
 *
 * @param group name of what it is about
 * @param version of the text that is shown
 * @param once makes that a form sent twice sends one test
 * @param sides Dutch, English
 * @param facts that it may have a place for
 * @param theirs what somebody else made of it meanwhile; null: nobody did
 * @param earlier latest first
 * @param test what became of a test; null: none was asked for
 */
public record LetterTextPage(
    Frame frame,
    String key,
    String group,
    boolean sms,
    long version,
    String once,
    List<Side> sides,
    List<Fact> facts,
    Theirs theirs,
    List<Earlier> earlier,
    TestPart test,
    Form form,
    List<FieldError> errors)
    implements Page {

  public static String path(String key) {
    return LetterTextsPage.PATH + "/tekst/" + key;
  }

  /**
   * One language of it.
   *
   * @param language "nl" or "en"
   * @param field name of its field
   * @param program as the program says it
   * @param own whether it is said in our own words now
   * @param outdated the program says it otherwise since ours was made
   * @param wrong why our own words are not said, in words; empty when they are
   * @param hints how it could be plainer
   * @param preview null when it cannot be said as it was typed
   */
  public record Side(
      String language,
      String field,
      String program,
      boolean own,
      boolean outdated,
      List<String> wrong,
      List<String> hints,
      Preview preview) {}

  /**
   * A message about a question that nobody asked.
   *
   * @param from null for a text message
   * @param subject null for a text message
   * @param parts how many are paid for; 0 for a letter
   * @param frame path of the letter by itself; null for a text message
   */
  public record Preview(String from, String subject, String text, int parts, String frame) {}

  /**
   * @param name as it is typed
   */
  public record Fact(String name, String means, boolean must) {}

  /**
   * @param when by whom and when, in words
   * @param dutch as it is said now
   */
  public record Theirs(String when, String dutch, String english) {}

  /**
   * @param version to put back
   * @param when by whom and when, in words
   * @param now it is how it is
   */
  public record Earlier(
      long version,
      String when,
      boolean now,
      List<WordDiff.Piece> dutch,
      List<WordDiff.Piece> english) {}

  /**
   * @param path where it is followed
   * @param says what became of it, in words
   * @param over nothing more is to be heard of it
   */
  public record TestPart(String path, String says, boolean over) {}

  @Override
  public String template() {
    return "work/setup/texts/text.jte";
  }

  public String path() {
    return path(key);
  }

  public String typed(String field) {
    return form.get(field);
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }

  public boolean isOwn() {
    return sides.stream().anyMatch(Side::own);
  }
}
