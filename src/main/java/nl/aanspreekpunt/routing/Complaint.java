package nl.aanspreekpunt.routing;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.aanspreekpunt.casework.Acting;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Doubt;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Route;
import nl.aanspreekpunt.official.Official;

/**
 * A complaint about somebody who works here goes to a complaints official who is not involved,
 * whichever rule would have decided, and is unread by the one it concerns: whom it names, whom it
 * was written to, and whom the other rules would have brought it to because they help this citizen.
 */
final class Complaint implements Policy {
  private static final Set<String> OF_THEIRS = Set.of("own-address", "standing-official");

  private final Cases cases;
  private final Function<Question, Future<Route>> otherwise;

  /**
   * @param otherwise the rules that decide what is no complaint
   */
  Complaint(Cases cases, Function<Question, Future<Route>> otherwise) {
    this.cases = cases;
    this.otherwise = otherwise;
  }

  @Override
  public Future<Optional<Route>> route(Question question) {
    Optional<Grievance> said = Grievance.in(question.words(), question.directory().officials());
    return question.complaint() || said.isPresent()
        ? otherwise
            .apply(question)
            .compose(route -> about(route).map(about -> complaint(question, said, route, about)))
        : Routing.nothing();
  }

  /** The case it would have come to. */
  private Future<Optional<Case>> about(Route route) {
    String number = route.caseNumber() != null ? route.caseNumber() : route.suggested();
    return number == null ? Future.succeededFuture(Optional.empty()) : cases.find(number);
  }

  private static Optional<Route> complaint(
      Question question, Optional<Grievance> said, Route otherwise, Optional<Case> about) {
    Set<String> concerned = new LinkedHashSet<>();
    said.ifPresent(words -> concerned.addAll(words.named()));
    concerned.addAll(named(question));
    boolean goesOn = about.filter(one -> one.route().rule().equals(Match.COMPLAINT)).isPresent();
    if (!goesOn) {
      concerned.addAll(helping(otherwise, about));
    } else if (said.filter(Grievance::reader).isPresent()) {
      concerned.addAll(working(about.get()));
      concerned.addAll(about.get().barred());
    } else {
      concerned.removeAll(about.get().barred());
    }
    boolean sure =
        question.complaint()
            || said.filter(words -> words.target() == Grievance.Target.PERSON).isPresent();
    boolean apart = goesOn ? !concerned.isEmpty() : sure || !concerned.isEmpty();
    return apart
        ? kept(question, said, List.copyOf(concerned), otherwise, about)
        : Optional.empty();
  }

  /** By their whole name, anywhere in it. */
  private static List<String> named(Question question) {
    String words = question.words().toLowerCase(Locale.ROOT);
    return question.directory().officials().stream()
        .filter(official -> words.contains(official.name().toLowerCase(Locale.ROOT)))
        .map(Official::id)
        .toList();
  }

  /** Who helps this citizen already, and is likely whom they mean. */
  private static List<String> helping(Route otherwise, Optional<Case> about) {
    List<String> officials = new ArrayList<>();
    if (OF_THEIRS.contains(otherwise.match().rule())) {
      officials.add(otherwise.official());
    }
    about.map(Complaint::working).ifPresent(officials::addAll);
    return officials;
  }

  private static List<String> working(Case one) {
    List<String> officials = new ArrayList<>(List.of(one.official()));
    one.acting().stream().filter(Acting::lasts).map(Acting::official).forEach(officials::add);
    return officials;
  }

  private static Optional<Route> kept(
      Question question,
      Optional<Grievance> said,
      List<String> concerned,
      Route otherwise,
      Optional<Case> about) {
    Evidence evidence =
        new Evidence.Complaint(
            said.isPresent() ? Evidence.Sign.WORDS : Evidence.Sign.CHOSEN,
            said.map(Grievance::words).orElse(null),
            concerned,
            about.map(Case::id).orElse(null));
    List<Doubt> doubts = otherwise.match().doubts();
    return question
        .directory()
        .complaintsOfficial(concerned, question.now())
        .map(
            official ->
                new Route(
                    Match.by(Match.COMPLAINT, evidence, doubts),
                    null,
                    official.id(),
                    question.topicChosen(),
                    official.team(),
                    null,
                    null,
                    concerned));
  }
}
