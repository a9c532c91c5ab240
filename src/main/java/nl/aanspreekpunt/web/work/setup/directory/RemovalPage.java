package nl.aanspreekpunt.web.work.setup.directory;

import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * One thing goes from the directory: where does its work go?
 *
 * @param heirs what may come in its place; empty: nothing has to
 * @param hindered what is in the way, in words; null: nothing
 * @param mend where that is mended; null: not here
 */
public record RemovalPage(
    Frame frame,
    String title,
    String back,
    String action,
    String lead,
    List<Choice> heirs,
    String hindered,
    String mend,
    List<FieldError> errors,
    List<String> above)
    implements Page {
  @Override
  public String template() {
    return "work/setup/directory/removal.jte";
  }
}
