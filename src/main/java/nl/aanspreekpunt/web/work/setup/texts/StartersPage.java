package nl.aanspreekpunt.web.work.setup.texts;

import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/** Standard texts to begin with, as they would be taken over. */
public record StartersPage(Frame frame, List<Row> rows, String problem) implements Page {
  public static final String PATH = LetterTextsPage.PATH + "/standaard";

  /**
   * @param there it was taken over, whatever became of it since
   */
  public record Row(String title, String dutch, String english, boolean there) {}

  @Override
  public String template() {
    return "work/setup/texts/starters.jte";
  }

  public boolean complete() {
    return rows.stream().allMatch(Row::there);
  }
}
