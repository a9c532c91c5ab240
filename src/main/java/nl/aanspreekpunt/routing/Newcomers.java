package nl.aanspreekpunt.routing;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Choice;
import nl.aanspreekpunt.casework.Doubt;
import nl.aanspreekpunt.casework.Dues;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Route;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Matter;
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
    if (question.agreed().isPresent()) {
      return Routing.nothing();
    }
    Optional<Official> addressed =
        question.addressed().stream().flatMap(to -> directory.byAddress(to).stream()).findFirst();
    return Future.succeededFuture(
        addressed.map(official -> toOwn(question, official, question.doubts())));
  }

  /** To whom it was written, or to who took over from them. */
  static Route toOwn(Question question, Official official, List<Doubt> doubts) {
    Official now = successor(question, official);
    Evidence evidence = new Evidence.OwnAddress(official.id(), successor(official, now));
    return to("own-address", evidence, doubts, question, now);
  }

  /** Before 6. After a threat: who has contact with the citizen, whatever it is about. */
  Future<Optional<Route>> agreedContact(Question question) {
    Directory directory = question.directory();
    return Future.succeededFuture(
        question
            .agreed()
            .flatMap(
                agreed ->
                    directory
                        .official(agreed.official())
                        .map(
                            one -> {
                              Official now = successor(question, one);
                              Evidence evidence =
                                  new Evidence.ContactAgreed(
                                      one.id(), agreed.number(), successor(one, now));
                              return to(
                                  "contact-agreement",
                                  evidence,
                                  question.doubtsOfAddress(),
                                  question,
                                  now);
                            })));
  }

  /** 6. The citizen's standing official for the topic, else in general. */
  Future<Optional<Route>> standingOfficial(Question question) {
    if (question.identity() == null) {
      return Routing.nothing();
    }
    String topic = question.topic().map(about -> about.topic().id()).orElse(null);
    String known = knownAs(topic, question);
    String standing = question.identity().standingFor(known);
    Optional<Official> official =
        question
            .directory()
            .official(standing == null ? "" : standing)
            .filter(one -> !Pinned.away(question, true).contains(successor(question, one).id()));
    return Future.succeededFuture(
        official.map(
            one -> {
              Official now = successor(question, one);
              boolean general = topic == null || !question.identity().standing().containsKey(known);
              String before = question.identity().standingBefore(known, question.receipt());
              Evidence evidence =
                  before == null
                      ? new Evidence.Standing(one.id(), general ? null : topic, successor(one, now))
                      : new Evidence.Standing(before, general ? null : topic, now.id());
              List<Doubt> doubts = question.doubtsOfAddress();
              return to("standing-official", evidence, doubts, question, now);
            }));
  }

  /** The topic, or one that it took the work of, as whoever this citizen keeps to knows it. */
  private static String knownAs(String topic, Question question) {
    return Stream.concat(
            Stream.ofNullable(topic), question.directory().moves().formerly(topic).stream())
        .filter(question.identity().standing()::containsKey)
        .findFirst()
        .orElse(topic);
  }

  private static Official successor(Question question, Official one) {
    return question.directory().successorOf(one.id(), question.now());
  }

  /** Null while they work here. */
  private static String successor(Official official, Official now) {
    return now.id().equals(official.id()) ? null : now.id();
  }

  /** 7. The least-loaded present official who covers topic and neighbourhood. */
  Future<Optional<Route>> topicAndNeighbourhood(Question question) {
    return Future.succeededFuture(question.topic().map(about -> about(question, about)));
  }

  private Route about(Question question, Question.About about) {
    Choice choice = choose(question, about.topic());
    Evidence evidence =
        new Evidence.About(
            about.topic().id(),
            about.sign(),
            about.words(),
            question.neighbourhood().orElse(null),
            choice);
    Official official = question.directory().official(choice.official()).orElseThrow();
    return to("topic", evidence, question.doubtsOfNew(), question, official);
  }

  private Choice choose(Question question, Topic topic) {
    Directory directory = question.directory();
    Instant due =
        Dues.due(
            PromiseKind.ANSWER,
            new Moment(question.now(), directory),
            Matter.about(topic.id(), topic.team()));
    List<String> away = Pinned.away(question, false);
    Predicate<Official> present =
        one -> directory.present(one.id(), question.now(), due) && !away.contains(one.id());
    Predicate<Official> knows = one -> one.topics().contains(topic.id());
    Predicate<Official> colleague = one -> one.team().equals(topic.team());
    return least
        .first(
            new Sought(
                directory,
                knows.and(present),
                colleague.and(present),
                question.neighbourhood().orElse(null),
                question.language(),
                Map.of()))
        .orElseGet(
            () -> {
              String coordinator = directory.team(topic.team()).orElseThrow().coordinator();
              Official acts = directory.actingFor(coordinator, question.now(), due, away);
              return Choice.without(acts.id(), Choice.Fit.NOBODY_PRESENT);
            });
  }

  /** 8. Of those on intake duty, who has most room finds out who helps. */
  Future<Optional<Route>> intakeDuty(Question question) {
    List<Official> share =
        question.directory().onIntakeDuty(question.now(), Pinned.away(question, false));
    Evidence.OnDuty duty =
        share.size() == 1 ? new Evidence.OnDuty(share.get(0).id()) : shared(question, share);
    Official onDuty = question.directory().official(duty.official()).orElseThrow();
    return Routing.decided(to(Match.INTAKE, duty, question.doubtsOfNew(), question, onDuty));
  }

  private Evidence.OnDuty shared(Question question, List<Official> share) {
    Sought sought =
        new Sought(
            question.directory(),
            share::contains,
            none -> false,
            null,
            question.language(),
            Map.of());
    Choice choice = least.among(sought, Choice.Fit.ON_DUTY).orElseThrow();
    return new Evidence.OnDuty(choice.official(), choice);
  }

  static Route to(
      String rule, Evidence evidence, List<Doubt> doubts, Question question, Official official) {
    return new Route(
        Match.by(rule, evidence, doubts),
        null,
        official.id(),
        question.topic().map(about -> about.topic().id()).orElse(null),
        official.team(),
        question.neighbourhood().orElse(null),
        null,
        List.of());
  }
}
