package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.Set;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.official.Team;

/**
 * Who may read what of a case (invariant 11). {@link #TEXT} is open to the responsible, acting and
 * consulted officials, their deputy and the team's coordinator; an auditor must state a reason
 * first; everybody else sees that it exists, whose it is and its state.
 */
public enum Access {
  /** All of it, and may act in it. */
  TEXT,
  /** All of it, after stating a reason, which is recorded. Reading only. */
  TEXT_WITH_REASON,
  /** What a colleague was asked, what was chosen for it, and the subject. Answering only. */
  ASKED,
  /** That it exists, whose it is, its state and subject. */
  SUBJECT,
  /** That it exists, whose it is and its state. */
  EXISTENCE,
  /** Nothing: the complaint concerns the reader. */
  NONE;

  public boolean mayAct() {
    return this == TEXT;
  }

  /** An auditor who gave no reason yet reads no further than anybody else. */
  public boolean showsSubject(Case one) {
    return mayAct() || this == ASKED || (compareTo(SUBJECT) <= 0 && !one.hidesSubject());
  }

  public static Access of(Case one, Official reader, Set<Role> roles, Moment moment) {
    String id = reader.id();
    if (one.barred().contains(id)) {
      return NONE;
    }
    if (takesPart(one, id) || deputises(one, id, moment) || coordinates(one, id, moment)) {
      return TEXT;
    }
    if (roles.contains(Role.AUDITOR)) {
      return TEXT_WITH_REASON;
    }
    if (one.care().inward().concerns().contains(id)) {
      return ASKED;
    }
    return one.hidesSubject() ? EXISTENCE : SUBJECT;
  }

  private static boolean takesPart(Case one, String official) {
    return one.official().equals(official)
        || one.concerns().contains(official)
        || one.consulted().contains(official)
        || one.acting().stream().anyMatch(a -> a.lasts() && a.official().equals(official));
  }

  private static boolean deputises(Case one, String official, Moment moment) {
    Directory directory = moment.directory();
    Instant now = moment.now();
    String responsible = one.official();
    boolean named =
        directory.official(responsible).map(Official::deputy).filter(official::equals).isPresent();
    boolean meanwhile =
        directory.absences().stream()
            .filter(a -> a.official().equals(responsible) && a.covers(now))
            .map(Absence::deputy)
            .anyMatch(official::equals);
    Instant before = one.dueAt() == null || one.dueAt().isBefore(now) ? now : one.dueAt();
    return named
        || meanwhile
        || directory.actingFor(responsible, now, before, one.barred()).id().equals(official);
  }

  private static boolean coordinates(Case one, String official, Moment moment) {
    return moment
        .directory()
        .team(one.team())
        .map(Team::coordinator)
        .filter(official::equals)
        .isPresent();
  }
}
