package nl.aanspreekpunt.web.work.desk;

import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * Who may be calling, as a part of the page on which a question is taken.
 *
 * @param typed whether enough was typed to look for somebody
 * @param nobody what is said when nobody is shown
 */
public record KnownPage(Frame frame, boolean typed, String nobody, List<Row> citizens)
    implements Page {
  /**
   * A citizen.
   *
   * @param ref names them in the form
   * @param addresses too little of each to write to
   */
  public record Row(String ref, String name, String addresses, List<Running> questions) {}

  /**
   * A question that runs.
   *
   * @param what its subject, or its number where that is all the reader may know
   * @param official whose it is, and whether they are there, in words
   * @param dial their number as a telephone takes it; null if none
   */
  public record Running(
      String number, String what, String official, String phone, String dial, boolean open) {}

  /** Whether any of them has a question. */
  public boolean running() {
    return citizens.stream().anyMatch(one -> !one.questions().isEmpty());
  }

  @Override
  public String template() {
    return "work/desk/known.jte";
  }
}
