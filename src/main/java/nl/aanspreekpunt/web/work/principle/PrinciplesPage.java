package nl.aanspreekpunt.web.work.principle;

import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/** Which principles hold here, who is on call for them, and how they were used. */
public record PrinciplesPage(Frame frame, List<Item> items) implements Page {
  /**
   * @param may who may act on it and up to which amount, in words
   * @param urgency by when it is answered, in words
   * @param onCall who is told now, and who then, in words
   * @param use how it was used, a line each; empty when it was not
   * @param brought what it cost and brought, in the words of who did it
   */
  public record Item(
      String id,
      String topic,
      String words,
      String mandate,
      String may,
      String urgency,
      String onCall,
      String meanwhile,
      List<String> use,
      List<Brought> brought) {}

  /** What acting on it once cost and brought. */
  public record Brought(String cost, String brought) {}

  @Override
  public String template() {
    return "work/principle/principles.jte";
  }
}
