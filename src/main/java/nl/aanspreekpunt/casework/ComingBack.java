package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.aanspreekpunt.official.Directories;

/**
 * Somebody who was marked as leaving stays, or works here again. That was written in the handover
 * first, so each step can be taken again after a crash, by any node.
 */
final class ComingBack {
  /** Another node may not have read for so long that they are back. */
  private static final Duration LOOK_FOR = Duration.ofMinutes(1);

  private static final int AT_ONCE = 200;

  private final Handovers handovers;
  private final Cases cases;
  private final OpenWork work;
  private final StandingCitizens citizens;
  private final Directories directories;

  ComingBack(
      Handovers handovers,
      Cases cases,
      OpenWork work,
      StandingCitizens citizens,
      Directories directories) {
    this.handovers = handovers;
    this.cases = cases;
    this.work = work;
    this.citizens = citizens;
    this.directories = directories;
  }

  /** Completes with how many cases changed. */
  Future<Integer> goOn(Handover back, Instant now) {
    return employed(back, now)
        .compose(again -> uncover(back))
        .compose(
            uncovered ->
                back.back() == Handover.Back.UNDONE
                    ? giveBack(back).map(n -> n + uncovered)
                    : Future.succeededFuture(uncovered))
        .compose(n -> n == 0 && now.isAfter(back.backAt().plus(LOOK_FOR)) ? end(back) : done(n));
  }

  /** Not when they leave anew meanwhile: that is another departure. */
  private Future<?> employed(Handover back, Instant now) {
    boolean gone =
        directories.current().departures().stream()
            .anyMatch(one -> one.official().equals(back.id()) && one.at().equals(back.markedAt()));
    return gone ? directories.stays(back.id(), now, back.by()) : Future.succeededFuture();
  }

  private Future<Integer> uncover(Handover back) {
    return work.of(back.id())
        .compose(
            open -> {
              Map<Case, String> whose = new LinkedHashMap<>();
              open.stream()
                  .filter(
                      one ->
                          one.actingNow()
                              .filter(acting -> acting.reason().equals(Covering.DEPARTURE))
                              .isPresent())
                  .forEach(one -> whose.put(one, back.id()));
              return work.each(
                  whose,
                  (one, who, all) -> {
                    Together told = new Together(back.notice("back", one.citizen()), all);
                    return new Returning(Covering.DEPARTURE, back.toldMeanwhile() ? told : null);
                  });
            });
  }

  private Future<Integer> giveBack(Handover back) {
    Future<Integer> done = Future.succeededFuture(0);
    List<String> all = back.moved();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      done =
          done.compose(
              n -> cases.findAll(some).compose(found -> give(back, found)).map(m -> n + m));
    }
    return done.compose(n -> citizens(back).map(n));
  }

  private Future<Integer> give(Handover back, List<Case> moved) {
    Map<Case, String> whose = new LinkedHashMap<>();
    Map<String, Map<String, String>> told = new HashMap<>();
    for (Case one : moved) {
      boolean goes = GoingBack.goesBack(one, back);
      if (goes) {
        whose.put(one, back.id());
      }
      if (goes || GoingBack.wentBack(one, back)) {
        told.computeIfAbsent(one.citizen(), citizen -> new LinkedHashMap<>())
            .put(one.id(), back.id());
      }
    }
    return work.each(
        whose,
        (one, who, all) -> {
          String entry = back.notice("undone", one.citizen());
          return new GoingBack(back, new Together(entry, told.get(one.citizen())));
        });
  }

  /** Those whose standing official they were go back from whoever took that place. */
  private Future<Void> citizens(Handover back) {
    Set<String> successors = new HashSet<>(back.adjusted().values());
    directories.current().officials().forEach(one -> successors.add(one.id()));
    successors.remove(back.id());
    Future<Void> done = Future.succeededFuture();
    for (String successor : successors) {
      done = done.compose(v -> citizens.giveBack(back.id(), successor, back.markedAt()));
    }
    return done;
  }

  private Future<Integer> end(Handover back) {
    return handovers.replace(back.ended(), back.version()).map(0);
  }

  private static Future<Integer> done(int changed) {
    return Future.succeededFuture(changed);
  }
}
