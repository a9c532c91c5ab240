package nl.aanspreekpunt.routing;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Route;
import nl.aanspreekpunt.casework.Tokens;

/** The ordered rules: the first that decides wins, and says why. */
public final class Routing {
  private static final int FIRST_AFTER_COMPLAINT = 1;
  private final List<Policy> policies;
  private final Tokens tokens;

  /**
   * @param smsWindow how long an SMS joins the last conversation on its number
   */
  public Routing(Cases cases, Tokens tokens, Least least, Duration smsWindow) {
    this.tokens = tokens;
    Threads threads = new Threads(cases, tokens);
    Newcomers newcomers = new Newcomers(least);
    policies =
        List.of(
            new Complaint(cases, question -> ask(question, FIRST_AFTER_COMPLAINT)),
            threads::chosenCase,
            threads::replyToken,
            threads::messageId,
            threads::caseNumber,
            newcomers::ownAddress,
            new Conversation(cases, smsWindow),
            new CallAgain(cases),
            newcomers::standingOfficial,
            newcomers::topicAndNeighbourhood,
            newcomers::intakeDuty);
  }

  public Future<Route> route(Question question) {
    return ask(question, 0);
  }

  /**
   * Whether this hub issued and signed a message itself.
   *
   * @param messageId null when it has none
   */
  public boolean isOurs(String messageId) {
    return messageId != null && tokens.caseOfMessageId(messageId).isPresent();
  }

  private Future<Route> ask(Question question, int n) {
    return policies
        .get(n)
        .route(question)
        .compose(
            route ->
                route.isPresent() ? Future.succeededFuture(route.get()) : ask(question, n + 1));
  }

  static Future<Optional<Route>> nothing() {
    return Future.succeededFuture(Optional.empty());
  }

  static Future<Optional<Route>> decided(Route route) {
    return Future.succeededFuture(Optional.of(route));
  }
}
