package nl.aanspreekpunt.web.work.search;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.search.Excerpt;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * What is looked for, and what was found.
 *
 * @param asked whether anything is looked for
 * @param groups what was found, newest first, of one citizen together
 * @param glimpses what the reader may only know of
 * @param many how much there is, in words
 * @param empty why there is nothing and what to try, in words; empty when there is something
 * @param next address of the next page; null: there is none
 * @param plain address without filters; null when there are none
 * @param kept the view that is shown; null: none
 * @param gone a view that was just deleted; null: none
 */
public record SearchPage(
    Frame frame,
    SearchAddress address,
    Choices choices,
    boolean asked,
    List<Group> groups,
    List<Glimpse> glimpses,
    String many,
    List<String> empty,
    String next,
    String plain,
    List<Kept> views,
    Kept kept,
    Kept gone,
    String error)
    implements Page {

  /** What it can be narrowed to. */
  public record Choices(
      List<Choice> states,
      List<Choice> teams,
      List<Choice> topics,
      List<Choice> officials,
      List<Choice> channels) {}

  /**
   * @param citizen by name; null when there is one case of them here
   */
  public record Group(String citizen, List<Row> rows) {}

  /**
   * @param facts state, whose it is and such, in words
   * @param excerpt null when the words are in none of the latest texts
   */
  public record Row(
      String number,
      String subject,
      String citizen,
      String facts,
      Instant at,
      boolean late,
      Excerpt excerpt) {}

  /**
   * @param subject null when not even that is for them
   */
  public record Glimpse(String number, String subject, String facts) {}

  /**
   * A named view.
   *
   * @param shared whose it is besides, in words; null: the reader's alone
   * @param changes whether the reader may rename and delete it
   */
  public record Kept(String id, String name, String path, String shared, boolean changes) {}

  /** Whether it is narrowed by more than words. */
  public boolean narrowed() {
    return plain != null;
  }

  @Override
  public String template() {
    return "work/search/search.jte";
  }
}
