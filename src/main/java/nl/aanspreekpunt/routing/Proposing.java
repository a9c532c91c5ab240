package nl.aanspreekpunt.routing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Successors;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;

/** Proposes a successor by topic, neighbourhood and load; else the one who acts meanwhile. */
public final class Proposing implements Successors {
  private final Least least;

  public Proposing(Least least) {
    this.least = least;
  }

  @Override
  public Proposal propose(Case one, Moment moment) {
    Directory directory = moment.directory();
    Instant now = moment.now();
    Instant before = one.dueAt() == null || one.dueAt().isBefore(now) ? now : one.dueAt();
    Predicate<Official> may =
        official ->
            !official.id().equals(one.official())
                && !one.barred().contains(official.id())
                && directory.employed(official.id(), now)
                && !directory.absent(official.id(), now);
    Predicate<Official> knows =
        official -> one.topic() != null && official.topics().contains(one.topic());
    Predicate<Official> colleague = official -> official.team().equals(one.team());
    Predicate<Official> covers =
        official ->
            one.neighbourhood() == null
                || official.neighbourhoods().isEmpty()
                || official.neighbourhoods().contains(one.neighbourhood());
    Map<String, Predicate<Official>> fitting = new LinkedHashMap<>();
    fitting.put("knows the topic and the neighbourhood", may.and(knows).and(covers));
    fitting.put("knows the topic", may.and(knows));
    fitting.put("is of the same team", may.and(colleague));
    for (Map.Entry<String, Predicate<Official>> fits : fitting.entrySet()) {
      List<Official> candidates = directory.officials().stream().filter(fits.getValue()).toList();
      if (!candidates.isEmpty()) {
        Least.Choice choice = least.of(candidates);
        return new Proposal(choice.official().id(), fits.getKey() + "; " + choice.evidence());
      }
    }
    Official acts = directory.actingFor(one.official(), now, before);
    return new Proposal(acts.id(), "acts for the one who left");
  }
}
