package nl.aanspreekpunt.casework.consult;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.CaseTable;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Notice;

/**
 * When a table meets, for the calendar of who sits at it. Nothing when that is not known yet, or
 * over.
 *
 * @param number which of the case's tables, from 1
 */
record TableAgenda(Draft draft, CaseTable table, int number) {
  /** How long everybody is asked to keep free. */
  static final Duration LENGTH = Duration.ofHours(1);

  static String uid(Draft draft, int number) {
    return draft.before.id() + "-table" + number;
  }

  void planned(String official) {
    told(official, "planned");
  }

  /** They sit there no more, or it ended before it met. */
  void off(String official) {
    told(official, "off");
  }

  private void told(String official, String what) {
    boolean comes = table.meets() != null && table.meets().isAfter(draft.now());
    draft
        .directory()
        .official(official)
        .filter(it -> comes && draft.directory().employed(official, draft.now()))
        .ifPresent(
            it ->
                draft.post(
                    null,
                    new Notice(
                        "agenda-" + official + "-table",
                        Notice.Kind.AGENDA,
                        Channel.EMAIL,
                        it.email(),
                        official,
                        draft.before.id(),
                        "nl",
                        facts(what))));
  }

  private Map<String, String> facts(String what) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("what", what);
    facts.put("how", "TABLE");
    facts.put("at", table.meets().toString());
    facts.put("end", table.meets().plus(LENGTH).toString());
    facts.put("place", table.place());
    facts.put("uid", uid(draft, number));
    facts.put("sequence", what.equals("off") ? "1" : "0");
    return facts;
  }
}
