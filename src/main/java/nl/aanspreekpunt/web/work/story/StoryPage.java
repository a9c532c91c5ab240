package nl.aanspreekpunt.web.work.story;

import java.util.List;
import nl.aanspreekpunt.story.Story;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.Form;

/**
 * One story.
 *
 * @param how it went, in words
 * @param words as it is published; null: it is not
 * @param raw as it was told, for who told or checks it; null for others
 * @param checks whether this reader checks it
 * @param own whether this reader told it
 * @param proposed with names replaced, for who checks it
 */
public record StoryPage(
    Frame frame,
    String id,
    String how,
    String state,
    String words,
    String particular,
    Raw raw,
    boolean checks,
    boolean own,
    Raw proposed,
    Form form,
    List<FieldError> errors,
    String problem)
    implements Page {
  static final int MOST_NAMES = 1_000;

  /** Words that somebody told. */
  public record Raw(String words, String particular) {}

  @Override
  public String template() {
    return "work/story/one.jte";
  }

  /** Words with a capital that still stand in it: names perhaps. */
  public List<String> capitals() {
    return new Story.Published(
            typed("words", proposed.words()), typed("particular", proposed.particular()))
        .capitals();
  }

  /** Whether who checks it said that it is nobody's name. */
  public boolean cleared(String word) {
    return form.starting("no_names-", MOST_NAMES).contains(word);
  }

  public String path(String act) {
    return StoriesPage.PATH + "/" + id + "/" + act;
  }

  public String typed(String field, String otherwise) {
    String typed = form.get(field);
    return typed.isEmpty() ? otherwise : typed;
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
