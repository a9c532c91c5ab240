package nl.aanspreekpunt.web.work.setup.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Matter;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.official.Topic;
import nl.aanspreekpunt.promise.Ladder;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.promise.Rung;
import nl.aanspreekpunt.promise.WorkingTime;
import nl.aanspreekpunt.web.Wording;

/** How a question that comes in now would climb a ladder when nobody does anything. */
record Climb(Seen seen, Directory as) {
  private static final String NOBODY = "";

  /** Of a team; empty when it has no topic to take as an example. */
  Optional<Means> of(Team team) {
    return as.topics().stream()
        .filter(topic -> topic.team().equals(team.id()))
        .findFirst()
        .map(topic -> of(team, topic));
  }

  private Means of(Team team, Topic topic) {
    WorkingTime clock = as.clock(team.id());
    Ladder ladder = as.ladder(team.id());
    Promise promise = made(topic, clock);
    NormExamples words = new NormExamples(seen, as);
    List<String> lines = new ArrayList<>();
    lines.add(
        words()
            .say(
                "gids.climb.start",
                topic.name().in(words().language()),
                words.moment(promise.due())));
    Optional<Ladder.Next> next = ladder.next(promise, clock);
    while (next.isPresent() && next.get().repetition() <= 1) {
      Ladder.Next step = next.get();
      lines.add(words().say("norms.step", words.moment(step.at()), to(step, team), does(step)));
      promise = promise.climbed(step.taken(null, NOBODY, step.at()));
      next = ladder.next(promise, clock);
    }
    if (next.isPresent()) {
      lines.add(words().say("gids.climb.more"));
    }
    return Means.of(words().say("gids.climb", team.name()), lines, Means.Before.WHOLE);
  }

  private Promise made(Topic topic, WorkingTime clock) {
    Matter matter = Matter.about(topic.id(), topic.team());
    return Promise.made(
        NOBODY,
        PromiseKind.ANSWER,
        seen.now(),
        clock.after(seen.now(), as.norm(PromiseKind.ANSWER, matter)),
        false,
        null);
  }

  private String to(Ladder.Next step, Team team) {
    String to = words().say("norms.to." + step.what().to());
    return switch (step.what().to()) {
      case COORDINATOR -> to + " (" + seen.names().of(team.coordinator()) + ")";
      case MANAGER -> to + " (" + seen.names().of(team.manager()) + ")";
      default -> to;
    };
  }

  private String does(Ladder.Next step) {
    boolean again = step.what().does() == Rung.Does.TELL && step.repetition() > 0;
    return words().say(again ? "gids.climb.again" : "norms.does." + step.what().does());
  }

  private Wording words() {
    return seen.words();
  }
}
