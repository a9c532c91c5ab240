package nl.aanspreekpunt.web.work.setup.directory;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * The form of one thing in the directory.
 *
 * @param back where its list is
 * @param action where it is sent to
 * @param source where what is known of this person stands, as the key of a text; null: this is no
 *     person
 * @param goes where it can be taken out; null: it cannot
 * @param above what is wrong and at none of the fields
 * @param seen what was seen, to be sent along
 * @param means what it comes to now, with examples
 * @param login how this person gets in; null: this is no person, or none who works here
 */
public record EntryPage(
    Frame frame,
    String title,
    String back,
    String list,
    String action,
    String source,
    String goes,
    List<Shown> fields,
    List<FieldError> errors,
    List<String> above,
    Map<String, String> seen,
    List<Means> means,
    Login login)
    implements Page {
  /**
   * A field as it is shown.
   *
   * @param none what it is called to choose nothing
   * @param rows null: it has none
   */
  public record Shown(
      String name,
      Field.Widget widget,
      String label,
      String hint,
      String value,
      boolean required,
      String error,
      List<Choice> choices,
      String none,
      ShownRows rows) {
    public boolean is(String one) {
      return widget.name().equals(one);
    }
  }

  /**
   * How somebody gets in.
   *
   * @param path where a first password is made
   * @param has whether they have one
   * @param used whether they made it their own
   */
  public record Login(String path, String email, boolean has, boolean used) {}

  static Shown shown(
      Field field, Filled filled, String subject, Frame frame, List<FieldError> errors) {
    return shown(field, field.name(), filled, subject, frame, errors);
  }

  /**
   * @param name what its texts are under: that of its column, when it is in a row
   */
  static Shown shown(
      Field field,
      String name,
      Filled filled,
      String subject,
      Frame frame,
      List<FieldError> errors) {
    String key = "gids." + subject + "." + name;
    String hint = key + ".hint";
    String none = key + ".none";
    boolean rows = field.codec() instanceof Rows;
    return new Shown(
        field.name(),
        field.widget(),
        frame.say(key),
        frame.words().has(hint) ? frame.say(hint) : null,
        rows ? "" : field.typed(filled.form()),
        field.required(),
        FieldError.of(errors, field.name()),
        field.chosen(filled.form()),
        frame.say(!rows && frame.words().has(none) ? none : "gids.choose"),
        rows ? ShownRows.of(field, filled, subject, frame, errors) : null);
  }

  /** Then sending the form with Enter must not press the button of a row. */
  public boolean hasRows() {
    return fields.stream().anyMatch(field -> field.rows() != null);
  }

  static Map<String, String> seen(Filled filled) {
    Map<String, String> seen = new TreeMap<>();
    for (Field field : filled.fields()) {
      Map.Entry<String, String> was = field.seenNow(field.was(filled.form()));
      seen.put(was.getKey(), was.getValue());
    }
    return seen;
  }

  @Override
  public String template() {
    return "work/setup/directory/entry.jte";
  }
}
