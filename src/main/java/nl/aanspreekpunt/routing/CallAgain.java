package nl.aanspreekpunt.routing;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Doubt;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Route;

/**
 * Two requests for the same call are one, also over channels: a message about a call to a number
 * where somebody is to be called already. A text message from that number joins it, since whoever
 * asked gave that number themselves; so does a second request of the same citizen about the same
 * topic. Who only names the number may be anybody: a person decides.
 */
final class CallAgain implements Policy {
  private static final String RULE = "call-again";
  private final Cases cases;

  CallAgain(Cases cases) {
    this.cases = cases;
  }

  @Override
  public Future<Optional<Route>> route(Question question) {
    return question.callNumber() == null
        ? Routing.nothing()
        : cases.calling(question.callNumber(), 2).map(open -> open(question, open));
  }

  /** Of several nobody can tell which. */
  private static Optional<Route> open(Question question, List<Case> calling) {
    return calling.size() == 1 && calling.get(0).barred().isEmpty()
        ? Optional.of(to(question, calling.get(0)))
        : Optional.empty();
  }

  private static boolean bySms(Question question) {
    return question.channel().texting() && question.sender().value().equals(question.callNumber());
  }

  /** The same citizen, by an address that takes part in it, about the same topic. */
  private static boolean again(Question question, Case one) {
    return question.identity() != null
        && question.identity().citizen().equals(one.citizen())
        && one.participant(question.sender()).isPresent()
        && !question.apartFrom(one)
        && question
            .topic()
            .map(about -> about.topic().id())
            .equals(Optional.ofNullable(one.topic()));
  }

  private static Route to(Question question, Case one) {
    Evidence evidence = new Evidence.Conversation(one.id(), Evidence.Tie.SAME_CALL);
    boolean theirs = bySms(question) || again(question, one);
    return theirs && question.doubtsOfAddress().isEmpty()
        ? Route.join(Match.probable(RULE, evidence), one.id())
        : question.beside(one, Match.by(RULE, evidence, List.of(Doubt.STRANGER)));
  }
}
