package nl.aanspreekpunt.web;

/**
 * What went wrong, and what somebody can do.
 *
 * @param reference to find it again in the log; null when there is nothing to find
 */
public record ProblemPage(Frame frame, String text, String reference) implements Page {
  @Override
  public String template() {
    return "page/problem.jte";
  }
}
