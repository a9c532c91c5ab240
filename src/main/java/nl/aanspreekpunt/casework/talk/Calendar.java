package nl.aanspreekpunt.casework.talk;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.Appointment;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Reachable;
import nl.aanspreekpunt.casework.Telling;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Notice;

/**
 * Tells both of a planned talk, each with an entry for their calendar. What to be careful of on a
 * visit is in none of it.
 */
record Calendar(Draft draft, Appointment one) {
  /**
   * @param what "planned", "moved" or "other" (who comes)
   */
  void told(String what) {
    told(what, "");
  }

  void told(String what, String reason) {
    citizen(what, reason);
    official(one.official(), what);
  }

  void calledOff(String reason) {
    citizen("off", reason);
    calledOffFor(one.official());
  }

  void calledOffFor(String official) {
    official(official, "off");
  }

  /** Who can only be called hears of it on the phone; a call itself need not be told so. */
  private void citizen(String what, String reason) {
    Optional<Participant> to = to();
    boolean call = one.how() == CaseEvent.Talk.PHONE;
    if (call && to.filter(it -> Reachable.by(it) == Channel.PHONE).isPresent()) {
      return;
    }
    Map<String, String> facts = facts(what);
    facts.put("about", one.about());
    facts.put("reason", reason);
    facts.put("place", one.place());
    String entry = draft.before.id() + "." + (draft.before.version() + 1) + ".talk-" + one.uid();
    Telling tell = draft.tell().under(entry);
    to.ifPresentOrElse(
        it -> tell.participant(it, Notice.Kind.APPOINTMENT, one.official(), facts),
        () -> tell.citizen(Notice.Kind.APPOINTMENT, one.official(), facts));
  }

  /** Whom it was told, as far as they take part. */
  private Optional<Participant> to() {
    return draft
        .contact()
        .filter(it -> one.to() == null || it.address().equals(one.to()))
        .or(() -> Optional.ofNullable(one.to()).flatMap(draft.before::participant));
  }

  /**
   * At once, so that it stands in their calendar. Their own calendar may be read by others: of a
   * visit it does not say where.
   */
  private void official(String official, String what) {
    Map<String, String> facts = facts(what);
    if (one.how() == CaseEvent.Talk.DESK) {
      facts.put("place", one.place());
    }
    draft
        .directory()
        .official(official)
        .filter(it -> draft.directory().employed(official, draft.now()))
        .ifPresent(
            it ->
                draft.post(
                    null,
                    new Notice(
                        "agenda-" + official + "-" + one.uid(),
                        Notice.Kind.AGENDA,
                        Channel.EMAIL,
                        it.email(),
                        official,
                        draft.before.id(),
                        "nl",
                        facts)));
  }

  private Map<String, String> facts(String what) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("what", what);
    facts.put("how", one.how().name());
    facts.put("promise", one.promise());
    facts.put("at", one.from().toString());
    facts.put("end", one.until().toString());
    facts.put("uid", one.uid());
    facts.put("sequence", Integer.toString(one.sequence()));
    return facts;
  }
}
