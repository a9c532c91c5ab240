package nl.aanspreekpunt.web.work.talk;

import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.web.Wording;

/** Where a talk is that is planned on a form. */
public final class Desk {
  private Desk() {}

  /**
   * At the desk of the municipality, in the citizen's language, unless the form says otherwise.
   *
   * @param how null: not chosen
   * @param written may be empty
   */
  public static String place(Case one, CaseEvent.Talk how, String written, String municipality) {
    return how == CaseEvent.Talk.DESK && written.isEmpty()
        ? Wording.in(one.language()).say("talk.desk", municipality)
        : written;
  }
}
