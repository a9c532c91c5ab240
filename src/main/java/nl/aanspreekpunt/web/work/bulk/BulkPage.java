package nl.aanspreekpunt.web.work.bulk;

import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * Several questions to one colleague: what would happen to each, and how far it is.
 *
 * @param numbers of the cases that were chosen
 * @param colleagues to choose from
 * @param to who is to get them (official id); empty while nobody was chosen
 * @param moves what would move; none while nobody was chosen
 * @param stays what cannot, and why
 * @param going how far it is; null before it was begun
 */
public record BulkPage(
    Frame frame,
    List<String> numbers,
    List<Choice> colleagues,
    String to,
    String note,
    List<Row> moves,
    List<Row> stays,
    Going going,
    List<FieldError> errors)
    implements Page {
  static final String PATH = "/werk/samen";

  /**
   * @param what what happens to it and who is told, or why nothing does
   */
  public record Row(String number, String subject, String what) {}

  /**
   * How many of how many were seen to.
   *
   * @param undo until when it can be put back, in words; null when it cannot
   * @param undone path of what puts it back; null while nothing does
   */
  public record Going(
      String id,
      int seenTo,
      int cases,
      boolean running,
      boolean ended,
      String undo,
      String undone) {}

  static BulkPage going(Frame frame, Going going) {
    return new BulkPage(
        frame, List.of(), List.of(), "", "", List.of(), List.of(), going, List.of());
  }

  @Override
  public String template() {
    return "work/bulk/bulk.jte";
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
