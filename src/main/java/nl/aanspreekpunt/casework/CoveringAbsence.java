package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Directories;

/**
 * Somebody is away, and what falls due before they are back gets somebody who acts, also what they
 * did for others. Each citizen hears it once, for all their questions; to do it again changes
 * nothing.
 */
final class CoveringAbsence {
  private final OpenWork work;
  private final Directories directories;

  CoveringAbsence(Cases cases, Casework casework, Directories directories) {
    this.work = new OpenWork(cases, casework);
    this.directories = directories;
  }

  /** Completes with the numbers of all open cases of the official. */
  Future<List<String>> cover(Absence absence, Instant now) {
    String notice = "absence." + Spell.id(absence) + ".";
    return work.acted(absence.official(), new Relieving(absence.official(), Covering.ABSENCE))
        .compose(relieved -> work.minded(absence.official()))
        .compose(minded -> work.asked(absence.official()))
        .compose(asked -> work.offered(absence.official(), "away"))
        .compose(lost -> work.of(absence.official()))
        .compose(
            open -> {
              Moment moment = new Moment(now, directories.current());
              Map<Case, String> whose = new LinkedHashMap<>();
              open.forEach(
                  one ->
                      Deputising.of(one, absence, moment).ifPresent(acts -> whose.put(one, acts)));
              return work.each(
                      whose,
                      (one, acts, all) ->
                          new Covering(
                              acts, Covering.ABSENCE, new Together(notice + one.citizen(), all)))
                  .map(done -> open.stream().map(Case::id).toList());
            });
  }

  /** The official is back: nobody acts for them any more. */
  Future<Integer> uncover(String official, Instant since) {
    String notice = "returned." + official + "." + since.toEpochMilli() + ".";
    return work.asked(official)
        .compose(asked -> work.of(official))
        .compose(
            open -> {
              Map<Case, String> whose = new LinkedHashMap<>();
              open.stream()
                  .filter(one -> one.actingNow().filter(Covering::forAbsence).isPresent())
                  .forEach(one -> whose.put(one, official));
              return work.each(
                  whose,
                  (one, back, all) -> new Returning(new Together(notice + one.citizen(), all)));
            });
  }
}
