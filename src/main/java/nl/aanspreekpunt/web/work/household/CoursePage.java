package nl.aanspreekpunt.web.work.household;

import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.CasePage;

/**
 * What happened in all questions of a household or organisation, one course in the order of time.
 *
 * @param back path of the household
 * @param hidden how many questions are not in it, since this reader does not read them
 * @param cut whether more happened before
 */
public record CoursePage(
    Frame frame, String back, String name, int hidden, boolean cut, List<Step> steps)
    implements Page {
  /**
   * @param about whose question, and what it is about
   * @param path of that question
   */
  public record Step(String about, String path, CasePage.Entry entry) {}

  @Override
  public String template() {
    return "work/household/course.jte";
  }
}
