package nl.aanspreekpunt.web.work;

import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * What happened while an official was away.
 *
 * @param lead from when until when, in words
 * @param changed questions in which something happened
 * @param quiet how many others there were
 */
public record BackPage(Frame frame, String lead, List<Happened> changed, int quiet)
    implements Page {

  /**
   * @param subject a title without it, where that is not for this reader
   * @param state whose it is now
   * @param lines what happened, oldest first
   */
  public record Happened(String number, String subject, String state, List<String> lines) {}

  @Override
  public String template() {
    return "work/back.jte";
  }
}
