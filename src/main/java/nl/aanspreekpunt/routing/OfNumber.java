package nl.aanspreekpunt.routing;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Choice;
import nl.aanspreekpunt.casework.Dues;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Route;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Matter;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.OwnNumber.Meaning;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.promise.PromiseKind;

/** What follows from which of the municipality's numbers somebody used. */
final class OfNumber {
  private final Least least;

  OfNumber(Least least) {
    this.least = least;
  }

  /**
   * Whether somebody who uses that number may mean this case: each is a conversation of its own. A
   * case that came by the number stays one that it may mean, wherever it went since.
   */
  static boolean means(Question question, Case one) {
    return question.meaning().map(of -> means(of, question.directory(), one)).orElse(true);
  }

  private static boolean means(Meaning of, Directory directory, Case one) {
    Evidence came = one.route() == null ? null : one.route().evidence();
    if (of instanceof Meaning.OfTopic topic) {
      boolean byIt = came instanceof Evidence.About about && about.topic().equals(topic.id());
      return byIt || is(directory.topic(topic.id()).map(it -> it.id()), one.topic());
    }
    if (of instanceof Meaning.OfTeam team) {
      boolean byIt = came instanceof Evidence.OfTeam by && by.team().equals(team.id());
      return byIt || is(directory.team(team.id()).map(Team::id), one.team());
    }
    if (of instanceof Meaning.OfOfficial official) {
      boolean byIt =
          came instanceof Evidence.OwnAddress own && own.official().equals(official.id());
      return byIt || official.id().equals(one.official());
    }
    return true;
  }

  private static boolean is(Optional<String> meant, String there) {
    return there != null && meant.filter(there::equals).isPresent();
  }

  /** 4, by number: an official's own number is that official's, or their successor's. */
  static Future<Optional<Route>> own(Question question) {
    return question.agreed().isPresent()
        ? Routing.nothing()
        : Future.succeededFuture(
            question
                .meaning()
                .filter(Meaning.OfOfficial.class::isInstance)
                .flatMap(of -> question.directory().official(((Meaning.OfOfficial) of).id()))
                .map(one -> Newcomers.toOwn(question, one, question.doubtsOfNew())));
  }

  /**
   * Before 7: a team's number is of somebody of that team, who covers what it is about and where it
   * is if it says so. What is about a topic of that team is for the rule of topics.
   */
  Future<Optional<Route>> team(Question question) {
    return Future.succeededFuture(
        question
            .meaning()
            .filter(Meaning.OfTeam.class::isInstance)
            .flatMap(of -> question.directory().team(((Meaning.OfTeam) of).id()))
            .filter(team -> !isAbout(question, team))
            .map(team -> to(question, team)));
  }

  private static boolean isAbout(Question question, Team team) {
    return question.topic().filter(about -> about.topic().team().equals(team.id())).isPresent();
  }

  private Route to(Question question, Team team) {
    Choice choice = choose(question, team);
    String neighbourhood = question.neighbourhood().orElse(null);
    Official official = question.directory().official(choice.official()).orElseThrow();
    return Newcomers.to(
        "team-number",
        new Evidence.OfTeam(team.id(), neighbourhood, choice),
        question.doubtsOfNew(),
        question,
        official);
  }

  private Choice choose(Question question, Team team) {
    Directory directory = question.directory();
    Instant due =
        Dues.due(
            PromiseKind.ANSWER,
            new Moment(question.now(), directory),
            Matter.about(null, team.id()));
    List<String> away = Pinned.away(question, false);
    Predicate<Official> there =
        one ->
            one.team().equals(team.id())
                && directory.present(one.id(), question.now(), due)
                && !away.contains(one.id());
    Sought sought =
        new Sought(
            directory,
            one -> false,
            there,
            question.neighbourhood().orElse(null),
            question.language(),
            Map.of());
    return least
        .first(sought)
        .orElseGet(
            () ->
                Choice.without(
                    directory.actingFor(team.coordinator(), question.now(), due, away).id(),
                    Choice.Fit.NOBODY_PRESENT));
  }
}
