package nl.aanspreekpunt.casework.decision;

import nl.aanspreekpunt.casework.Grounds;
import nl.aanspreekpunt.casework.Outcome;

/** A no with all that it needs, for tests that are about something else. */
public final class Refusing {
  private Refusing() {}

  /** Told by letter at once. */
  public static Deciding atOnce(String by, String why, String seen) {
    First not = new First.Not("De inwoner wil het eerst lezen.");
    return new Deciding(by, Outcome.REFUSED, grounds(why), not, null, seen);
  }

  public static Grounds grounds(String why) {
    return Grounds.because(why)
        .restingOn("De toeslag is voor gezinnen die te klein wonen.", null)
        .offering("Vraag het volgend jaar opnieuw.");
  }
}
