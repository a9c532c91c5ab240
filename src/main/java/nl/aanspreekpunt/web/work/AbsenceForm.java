package nl.aanspreekpunt.web.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Moments;
import nl.aanspreekpunt.web.Visit;

/**
 * An absence as somebody filled it in: what it says, or what is wrong with it.
 *
 * @param absence null when something is wrong
 */
record AbsenceForm(Absence absence, List<FieldError> errors) {
  /**
   * @param official official id of whom it is about
   * @param mark put behind the name of each field, so that a page can have several
   */
  static AbsenceForm read(
      Form form, String official, String mark, Visit visit, Moments moments, Directory directory) {
    List<FieldError> errors = new ArrayList<>();
    Instant now = visit.now();
    Optional<Instant> from = form.day("from", moments.zone());
    Optional<Instant> until = form.day("until", moments.zone());
    Instant since = from.filter(now::isBefore).orElse(now);
    if (!form.get("from").isEmpty() && from.isEmpty()) {
      errors.add(new FieldError("from" + mark, visit.words().say("away.error.from")));
    }
    if (!form.get("until").isEmpty() && until.filter(since::isBefore).isEmpty()) {
      errors.add(new FieldError("until" + mark, visit.words().say("team.error.until")));
    }
    String deputy = form.orNull("deputy");
    if (deputy != null && (deputy.equals(official) || !directory.employed(deputy, now))) {
      errors.add(new FieldError("deputy" + mark, visit.words().say("refusal.not-employed")));
    }
    if (!errors.isEmpty()) {
      return new AbsenceForm(null, errors);
    }
    Absence.Gets gets = form.one("gets", Absence.Gets.values());
    String me = visit.viewer().official().id();
    return new AbsenceForm(
        new Absence(official, since, until.orElse(null), deputy, "", me, gets), List.of());
  }
}
