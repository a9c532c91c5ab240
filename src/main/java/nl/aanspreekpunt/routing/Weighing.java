package nl.aanspreekpunt.routing;

import nl.aanspreekpunt.casework.Candidate;
import nl.aanspreekpunt.official.Load;
import nl.aanspreekpunt.official.Official;

/**
 * How full somebody is, in full loads: their open cases, those that press twice, for their capacity
 * and the share of the week that they work. Who does not speak the citizen's language counts half a
 * load more, so that a colleague who does goes before unless they are much busier.
 */
record Weighing(Sought sought) {
  private static final double OTHER_LANGUAGE = 0.5;
  private static final double PERCENT = 100;

  Candidate weigh(Official one, Load.Work work) {
    int share = sought.directory().share(one.id());
    boolean speaks = one.sharing().speaks(sought.language());
    double room = Math.max(1, one.capacity()) * share / PERCENT;
    double full = (work.open() + work.pressing()) / room;
    return new Candidate(
        one.id(),
        work.open(),
        work.pressing(),
        one.capacity(),
        share,
        one.sharing().cap(),
        speaks,
        speaks ? full : full + OTHER_LANGUAGE);
  }
}
