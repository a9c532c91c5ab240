package nl.aanspreekpunt.routing;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.aanspreekpunt.casework.Dues;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Route;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Topic;
import nl.aanspreekpunt.promise.PromiseKind;

/** Rules 4 and 6 to 8: who takes a question that joins no case. */
final class Newcomers {
  private final Least least;

  Newcomers(Least least) {
    this.least = least;
  }

  /** 4. An official's own address: that official, or their successor. */
  Future<Optional<Route>> ownAddress(Question question) {
    Directory directory = question.directory();
    Optional<Official> addressed =
        question.recipients().stream().flatMap(to -> directory.byAddress(to).stream()).findFirst();
    return Future.succeededFuture(
        addressed.map(
            official -> {
              Official now = directory.successorOf(official.id(), question.now());
              String evidence =
                  now.id().equals(official.id())
                      ? "sent to the address of " + official.name()
                      : "sent to the address of "
                          + official.name()
                          + ", who has left; "
                          + now.name()
                          + " took over";
              return to("own-address", evidence, question, now);
            }));
  }

  /** 6. The citizen's standing official for the topic, else in general. */
  Future<Optional<Route>> standingOfficial(Question question) {
    if (question.identity() == null) {
      return Routing.nothing();
    }
    String topic = question.topic().map(about -> about.topic().id()).orElse(null);
    String standing = question.identity().standingFor(topic);
    if (standing == null || question.directory().official(standing).isEmpty()) {
      return Routing.nothing();
    }
    Official official = question.directory().successorOf(standing, question.now());
    String evidence = official.name() + " is this citizen's standing official";
    return Routing.decided(to("standing-official", evidence, question, official));
  }

  /** 7. The least-loaded present official who covers topic and neighbourhood. */
  Future<Optional<Route>> topicAndNeighbourhood(Question question) {
    return Future.succeededFuture(
        question
            .topic()
            .map(
                about -> {
                  Least.Choice choice = choose(question, about.topic());
                  String evidence = about.evidence() + "; " + choice.evidence();
                  return to("topic", evidence, question, choice.official());
                }));
  }

  private Least.Choice choose(Question question, Topic topic) {
    Directory directory = question.directory();
    Instant due =
        Dues.due(
            PromiseKind.ANSWER, new Moment(question.now(), directory), topic.id(), topic.team());
    Optional<String> neighbourhood = question.neighbourhood();
    Predicate<Official> present = one -> directory.present(one.id(), question.now(), due);
    Predicate<Official> knows = one -> one.topics().contains(topic.id());
    Predicate<Official> covers =
        one ->
            neighbourhood.isEmpty()
                || one.neighbourhoods().isEmpty()
                || one.neighbourhoods().contains(neighbourhood.get());
    Predicate<Official> colleague = one -> one.team().equals(topic.team());
    for (Predicate<Official> fits :
        List.of(present.and(knows).and(covers), present.and(knows), present.and(colleague))) {
      List<Official> candidates = directory.officials().stream().filter(fits).toList();
      if (!candidates.isEmpty()) {
        return least.of(candidates);
      }
    }
    String coordinator = directory.team(topic.team()).orElseThrow().coordinator();
    Official acts = directory.actingFor(coordinator, question.now(), due);
    return new Least.Choice(acts, "nobody of the team is present");
  }

  /** 8. The person on intake duty finds out who helps. */
  Future<Optional<Route>> intakeDuty(Question question) {
    Official onDuty = question.directory().onIntakeDuty(question.now());
    return Routing.decided(
        to(Route.INTAKE, onDuty.name() + " is on intake duty", question, onDuty));
  }

  private static Route to(String rule, String evidence, Question question, Official official) {
    boolean shared =
        question.identity() != null
            && question.identity().shared()
            && rule.equals("standing-official");
    boolean certain = question.doubt() == null && !shared;
    String why = question.doubt() != null ? question.doubt() : "several people use this address";
    return new Route(
        rule,
        certain ? evidence : evidence + ", but " + why,
        certain ? Route.Certainty.CERTAIN : Route.Certainty.UNCERTAIN,
        null,
        official.id(),
        question.topic().map(about -> about.topic().id()).orElse(null),
        official.team(),
        question.neighbourhood().orElse(null),
        null,
        List.of());
  }
}
