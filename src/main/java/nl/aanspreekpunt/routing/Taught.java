package nl.aanspreekpunt.routing;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Doubt;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.casework.Lesson;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Route;

/**
 * Somebody said where this sender's messages of that subject belong: there they go while that case
 * is open and the sender takes part in it.
 */
final class Taught implements Policy {
  private static final String RULE = "taught";
  private final Cases cases;

  Taught(Cases cases) {
    this.cases = cases;
  }

  @Override
  public Future<Optional<Route>> route(Question question) {
    List<Lesson> belongs = question.taught(Lesson.Kind.BELONGS);
    return belongs.isEmpty()
        ? Routing.nothing()
        : Joining.followed(cases, belongs.get(0).number())
            .map(
                found ->
                    found
                        .filter(one -> one.open() && !question.apartFrom(one))
                        .filter(one -> one.participant(question.sender()).isPresent())
                        .map(
                            one -> {
                              Evidence evidence =
                                  new Evidence.Conversation(one.id(), Evidence.Tie.TAUGHT);
                              List<Doubt> doubts = question.doubtsOfAddress();
                              return doubts.isEmpty()
                                  ? Route.join(Match.probable(RULE, evidence), one.id())
                                  : question.beside(one, Match.by(RULE, evidence, doubts));
                            }));
  }
}
