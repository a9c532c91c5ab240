package nl.aanspreekpunt.routing;

import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Choice;
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
  public Choice propose(Case one, Moment moment, Map<String, Long> given) {
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
    return least
        .first(
            new Sought(
                directory,
                may.and(knows),
                may.and(colleague),
                one.neighbourhood(),
                one.language(),
                given))
        .orElseGet(
            () ->
                Choice.without(
                    directory.actingFor(one.official(), now, before, one.barred()).id(),
                    Choice.Fit.ACTS));
  }
}
