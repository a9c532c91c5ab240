package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Handover.Going;

/**
 * What somebody who left had open goes to others. To whom is put down before anything moves: what
 * nodes propose differs, but they and each retry move the same, and tell the citizen what happens.
 */
final class PassingOn {
  private final Handovers handovers;
  private final Cases cases;
  private final OpenWork work;
  private final Previewing previewing;

  PassingOn(Handovers handovers, Cases cases, OpenWork work, Previewing previewing) {
    this.handovers = handovers;
    this.cases = cases;
    this.work = work;
    this.previewing = previewing;
  }

  /**
   * Completes with how many moved.
   *
   * @param open what is theirs still, oldest first
   */
  Future<Integer> move(Handover handover, List<Case> open, Moment moment) {
    return planned(handover, open, moment)
        .compose(
            planned ->
                together(planned, open)
                    .compose(told -> work.each(whose(planned, open), moving(planned, told))));
  }

  private Future<Handover> planned(Handover handover, List<Case> open, Moment moment) {
    return plan(handover, open, moment).equals(handover.going())
        ? Future.succeededFuture(handover)
        : handovers.change(handover.id(), now -> now.going(plan(now, open, moment)));
  }

  /**
   * As put down before, but for whom somebody chose another since, or who cannot have it any more.
   */
  private List<Going> plan(Handover handover, List<Case> open, Moment moment) {
    Map<String, Going> all = byNumber(handover);
    Set<String> told = all.values().stream().map(Going::citizen).collect(Collectors.toSet());
    for (Departing.Item item : previewing.items(open, handover::chosen, moment)) {
      Case one = item.moves();
      Going before = all.get(one.id());
      if (before == null || !before.to().equals(item.to())) {
        boolean late = handover.settledAt() != null && one.openedAt().isAfter(handover.settledAt());
        boolean alone = late || told.contains(one.citizen());
        all.put(one.id(), new Going(one.id(), one.citizen(), item.to(), alone));
      }
    }
    return List.copyOf(all.values());
  }

  private static Map<String, Going> byNumber(Handover handover) {
    Map<String, Going> all = new LinkedHashMap<>();
    handover.going().forEach(one -> all.put(one.number(), one));
    return all;
  }

  private static Map<Case, String> whose(Handover planned, List<Case> open) {
    Map<String, Going> all = byNumber(planned);
    Map<Case, String> whose = new LinkedHashMap<>();
    open.forEach(one -> whose.put(one, all.get(one.id()).to()));
    return whose;
  }

  /**
   * What each citizen hears at once: of which cases, and whose each is. Also of those that moved
   * before a crash, and that somebody may not have been told of yet.
   */
  private Future<Map<String, Map<String, String>>> together(Handover planned, List<Case> open) {
    Map<String, Case> here =
        open.stream().collect(Collectors.toMap(Case::id, Function.identity(), (a, b) -> a));
    Set<String> citizens = open.stream().map(Case::citizen).collect(Collectors.toSet());
    List<Going> all =
        planned.going().stream()
            .filter(one -> !one.alone() && citizens.contains(one.citizen()))
            .toList();
    List<String> gone =
        all.stream().map(Going::number).filter(one -> !here.containsKey(one)).toList();
    Future<List<Case>> found =
        gone.isEmpty() ? Future.succeededFuture(List.of()) : cases.findAll(gone);
    return found.map(
        moved -> {
          Map<String, Case> known = new LinkedHashMap<>(here);
          moved.stream().filter(Case::open).forEach(one -> known.put(one.id(), one));
          return told(all, known, here.keySet());
        });
  }

  private static Map<String, Map<String, String>> told(
      List<Going> all, Map<String, Case> known, Set<String> here) {
    Map<String, Map<String, String>> told = new LinkedHashMap<>();
    for (Going one : all) {
      Case now = known.get(one.number());
      boolean goes = here.contains(one.number());
      if (goes || (now != null && now.official().equals(one.to()))) {
        told.computeIfAbsent(one.citizen(), citizen -> new LinkedHashMap<>())
            .put(one.number(), one.to());
      }
    }
    return told;
  }

  private static OpenWork.Making moving(
      Handover handover, Map<String, Map<String, String>> together) {
    List<String> alone = new ArrayList<>();
    handover.going().stream().filter(Going::alone).map(Going::number).forEach(alone::add);
    return (one, to, others) -> {
      Reassigning act = new Reassigning(to, handover.by(), "departure", handover.noteOn(one.id()));
      String entry = handover.notice("settled", one.citizen());
      Map<String, String> all = together.get(one.citizen());
      Act moving =
          alone.contains(one.id())
              ? act
              : act.telling(new Together(entry, all, from(handover.id(), all)));
      return (before, moment) ->
          isTheirs(before, handover, moment)
              ? moving.on(before, moment)
              : new Decision.Unchanged(before);
    };
  }

  private static Map<String, String> from(String official, Map<String, String> all) {
    Map<String, String> from = new LinkedHashMap<>(all);
    from.replaceAll((number, to) -> official);
    return from;
  }

  /** Still: another node, or who confirmed it, may have moved it at the same moment. */
  private static boolean isTheirs(Case one, Handover handover, Moment moment) {
    return one.official().equals(handover.id())
        && !moment.directory().employed(handover.id(), moment.now());
  }
}
