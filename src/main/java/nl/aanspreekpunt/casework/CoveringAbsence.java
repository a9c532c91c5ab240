package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Directories;

/**
 * Somebody is away, and what falls due before they are back gets somebody who acts. Each citizen
 * hears it once, for all their questions; to do it again changes nothing.
 */
public final class CoveringAbsence {
  private static final int AT_ONCE = 200;
  private final Cases cases;
  private final Casework casework;
  private final Directories directories;

  public CoveringAbsence(Cases cases, Casework casework, Directories directories) {
    this.cases = cases;
    this.casework = casework;
    this.directories = directories;
  }

  /** Completes with how many cases somebody acts in now. */
  public Future<Integer> cover(Absence absence, Instant now) {
    return cases
        .openOf(absence.official(), AT_ONCE)
        .map(open -> open.stream().filter(one -> dueMeanwhile(one, absence)).toList())
        .compose(waiting -> each(waiting, (one, numbers) -> covering(one, numbers, absence, now)));
  }

  /**
   * The official is back: nobody acts for them any more. Completes with how many cases that was.
   */
  public Future<Integer> uncover(String official, Instant now) {
    String notice = "returned." + official + "." + now.toEpochMilli() + ".";
    return cases
        .openOf(official, AT_ONCE)
        .map(open -> open.stream().filter(one -> one.actingNow().isPresent()).toList())
        .compose(
            acted -> each(acted, (one, numbers) -> new Returning(notice + one.citizen(), numbers)));
  }

  /** Makes an act of a case and the numbers of all its citizen's cases that are concerned. */
  private interface Making {
    Act act(Case one, String numbers);
  }

  private Future<Integer> each(List<Case> all, Making making) {
    Map<String, List<String>> byCitizen = new LinkedHashMap<>();
    for (Case one : all) {
      byCitizen.computeIfAbsent(one.citizen(), c -> new ArrayList<>()).add(one.id());
    }
    Future<Integer> done = Future.succeededFuture(0);
    for (Case one : all) {
      Act act = making.act(one, String.join(" ", byCitizen.get(one.citizen())));
      done =
          done.compose(
              n ->
                  casework
                      .change(one.id(), act)
                      .map(decision -> decision instanceof Decision.Changed ? n + 1 : n));
    }
    return done;
  }

  private static boolean dueMeanwhile(Case one, Absence absence) {
    return one.dueAt() != null
        && (absence.until() == null || one.dueAt().isBefore(absence.until()));
  }

  private Act covering(Case one, String numbers, Absence absence, Instant now) {
    String acts = directories.current().actingFor(absence.official(), now, one.dueAt()).id();
    String notice =
        "absence." + absence.official() + "." + absence.from().toEpochMilli() + "." + one.citizen();
    return new Covering(acts, Covering.ABSENCE, notice, numbers);
  }
}
