package nl.aanspreekpunt.web.work;

import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * Of whom another system says too little for work to go to them.
 *
 * @param people a form for each
 * @param problem why nothing was done; null if nothing is wrong
 */
public record CompletePage(Frame frame, List<One> people, String problem) implements Page {
  public static final String PATH = "/werk/team/aanvullen";

  /**
   * @param missing in words
   */
  public record One(
      String id,
      String missing,
      String name,
      String function,
      String email,
      String address,
      List<Choice> teams,
      List<Choice> topics,
      List<Choice> neighbourhoods,
      List<Choice> deputies) {}

  @Override
  public String template() {
    return "work/complete.jte";
  }
}
