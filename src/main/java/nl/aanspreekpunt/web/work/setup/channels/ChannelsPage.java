package nl.aanspreekpunt.web.work.setup.channels;

import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.Form;

/**
 * Each way in and out: how it does, and a test of it.
 *
 * @param shared other nodes may see otherwise
 * @param mine where a test by mail goes
 * @param addresses of the hub that can be tested
 * @param typed what was filled in, when that could not be
 */
public record ChannelsPage(
    Frame frame,
    boolean shared,
    List<Way> ways,
    String mine,
    List<String> addresses,
    List<Earlier> earlier,
    Form typed,
    List<FieldError> errors)
    implements Page {
  public static final String PATH = "/werk/beheer/kanalen";

  /**
   * One way in or out.
   *
   * @param id of its heading
   * @param trouble it does not do as it should
   * @param test the kind of test that it has; null when none
   * @param to where that test goes, when there is no choice; else null
   */
  public record Way(
      String id,
      String title,
      String state,
      boolean trouble,
      List<Line> lines,
      String test,
      String to) {}

  public record Line(String name, String value) {}

  /** A test from before. */
  public record Earlier(String path, String what, String when) {}

  /** Null when nothing is wrong there. */
  public String error(String field) {
    return errors.stream()
        .filter(one -> one.field().equals(field))
        .map(FieldError::text)
        .findFirst()
        .orElse(null);
  }

  public String typed(String test, String otherwise) {
    return Optional.of(typed)
        .filter(form -> form.get("what").equals(test))
        .map(form -> form.get("to"))
        .orElse(otherwise);
  }

  @Override
  public String template() {
    return "work/setup/channels/channels.jte";
  }
}
