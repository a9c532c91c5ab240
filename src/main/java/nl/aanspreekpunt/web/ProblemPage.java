package nl.aanspreekpunt.web;

import java.util.List;

/**
 * What went wrong, and what somebody can do.
 *
 * @param reference to find it again in the log; null when there is nothing to find
 * @param typed what was filled in and may not have been kept
 */
public record ProblemPage(Frame frame, String text, String reference, List<String> typed)
    implements Page {
  @Override
  public String template() {
    return "page/problem.jte";
  }
}
