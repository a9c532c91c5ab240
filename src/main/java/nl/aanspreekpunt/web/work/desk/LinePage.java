package nl.aanspreekpunt.web.work.desk;

import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * Who calls the desk now, and whom nobody answered today, as a part of a page.
 *
 * @param calls that ring at this clerk's, or that they took
 * @param missed since midnight
 */
public record LinePage(Frame frame, List<Row> calls, List<Row> missed) implements Page {
  /**
   * A call.
   *
   * @param id the provider's; letters and digits
   * @param said who calls and how it stands, in words
   * @param path where it is taken down; null: nowhere
   * @param opens whether that opens by itself, once
   */
  public record Row(String id, String said, String path, boolean opens) {}

  @Override
  public String template() {
    return "work/desk/line.jte";
  }
}
