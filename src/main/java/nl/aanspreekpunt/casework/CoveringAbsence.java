package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Directories;

/**
 * Somebody is away, and what falls due before they are back gets somebody who acts. Each citizen
 * hears it once, for all their questions; to do it again changes nothing.
 */
public final class CoveringAbsence {
  private final OpenWork work;
  private final Directories directories;

  public CoveringAbsence(Cases cases, Casework casework, Directories directories) {
    this.work = new OpenWork(cases, casework);
    this.directories = directories;
  }

  /** Completes with how many cases somebody acts in now. */
  public Future<Integer> cover(Absence absence, Instant now) {
    String notice = "absence." + absence.official() + "." + absence.from().toEpochMilli() + ".";
    return work.of(absence.official())
        .compose(
            open -> {
              Map<Case, String> whose = new LinkedHashMap<>();
              open.stream()
                  .filter(one -> dueMeanwhile(one, absence))
                  .forEach(one -> whose.put(one, acts(one, now)));
              return work.each(
                  whose,
                  (one, acts, all) ->
                      new Covering(
                          acts, Covering.ABSENCE, new Together(notice + one.citizen(), all)));
            });
  }

  private static boolean dueMeanwhile(Case one, Absence absence) {
    return one.dueAt() != null
        && (absence.until() == null || one.dueAt().isBefore(absence.until()));
  }

  private String acts(Case one, Instant now) {
    return directories.current().actingFor(one.official(), now, one.dueAt(), one.barred()).id();
  }

  /**
   * The official is back: nobody acts for them any more. Completes with how many cases that was.
   */
  public Future<Integer> uncover(String official, Instant now) {
    String notice = "returned." + official + "." + now.toEpochMilli() + ".";
    return work.of(official)
        .compose(
            open -> {
              Map<Case, String> whose = new LinkedHashMap<>();
              open.stream()
                  .filter(one -> one.actingNow().isPresent())
                  .forEach(one -> whose.put(one, official));
              return work.each(
                  whose,
                  (one, back, all) -> new Returning(new Together(notice + one.citizen(), all)));
            });
  }
}
