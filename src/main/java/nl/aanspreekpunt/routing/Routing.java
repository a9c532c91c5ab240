package nl.aanspreekpunt.routing;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Lesson;
import nl.aanspreekpunt.casework.Letters;
import nl.aanspreekpunt.casework.Route;
import nl.aanspreekpunt.casework.Suggestion;
import nl.aanspreekpunt.casework.Tokens;
import nl.aanspreekpunt.citizen.Household;
import nl.aanspreekpunt.citizen.Households;

/** The ordered rules: the first that decides wins, and says why. */
public final class Routing {
  private static final int FIRST_AFTER_COMPLAINT = 1;
  private static final int MOST_HOUSEHOLDS = 20;
  private final List<Policy> policies;
  private final Tokens tokens;
  private final Vocabulary vocabulary;
  private final Suggesting suggesting;
  private final Letters letters;
  private final Households households;
  private final ChangedHands changedHands;

  /**
   * @param smsWindow how long an SMS joins the last conversation on its number
   * @param learned a topic that was learned from questions like these words; empty: none
   */
  public Routing(
      Cases cases,
      Tokens tokens,
      Least least,
      Duration smsWindow,
      Vocabulary vocabulary,
      Function<String, Optional<Suggestion>> learned,
      Households households) {
    this.tokens = tokens;
    this.vocabulary = vocabulary;
    this.households = households;
    this.changedHands = new ChangedHands(cases);
    suggesting = new Suggesting(learned);
    letters = new Letters(cases, tokens);
    Threads threads = new Threads(cases, tokens);
    Newcomers newcomers = new Newcomers(least);
    OfNumber ofNumber = new OfNumber(least);
    policies =
        List.of(
            new Complaint(cases, question -> ask(question, FIRST_AFTER_COMPLAINT)),
            threads::chosenCase,
            threads::replyToken,
            threads::messageId,
            threads::caseNumber,
            newcomers::ownAddress,
            new Taught(cases),
            new Conversation(cases, smsWindow),
            OfNumber::own,
            new CallAgain(cases),
            newcomers::agreedContact,
            Pinned::beforeStanding,
            Linking::standingOfficial,
            newcomers::standingOfficial,
            Pinned::afterStanding,
            ofNumber::team,
            newcomers::topicAndNeighbourhood,
            newcomers::intakeDuty);
  }

  public Future<Route> route(Question question) {
    return vocabulary
        .about(question)
        .compose(taught -> known(question, taught))
        .compose(
            taught ->
                ask(taught, 0)
                    .map(route -> Pinned.noted(taught, restingOn(taught, route)))
                    .map(route -> suggesting.of(taught, route))
                    .map(route -> LegalWords.noted(taught, route)));
  }

  private Future<Question> known(Question question, List<Lesson> taught) {
    return linked(question)
        .compose(
            all ->
                changedHands
                    .perhaps(
                        question.identity(), question.sender(), question.receipt(), question.now())
                    .map(mayBe -> question.with(taught, all, mayBe)));
  }

  /** No read for who was never linked anywhere. */
  private Future<List<Household>> linked(Question question) {
    List<String> all = question.identity() == null ? List.of() : question.identity().households();
    return all.isEmpty()
        ? Future.succeededFuture(List.of())
        : households.findAll(all.subList(Math.max(0, all.size() - MOST_HOUSEHOLDS), all.size()));
  }

  /** With the lessons without which it would have gone elsewhere. */
  private static Route restingOn(Question question, Route route) {
    List<Lesson> all = new ArrayList<>();
    if (route.match().evidence() instanceof Evidence.Conversation on
        && on.tie() == Evidence.Tie.TAUGHT) {
      question.taught(Lesson.Kind.BELONGS).stream().limit(1).forEach(all::add);
    }
    if (!route.match().names()) {
      question.taught(Lesson.Kind.APART).stream()
          .filter(one -> !one.number().equals(route.caseNumber()))
          .filter(one -> !one.number().equals(route.suggested()))
          .forEach(all::add);
    }
    if (route.match().evidence() instanceof Evidence.About about
        && about.sign() == Evidence.Sign.WORDS) {
      question.taughtWords().filter(one -> one.topic().equals(about.topic())).ifPresent(all::add);
    }
    return all.isEmpty() ? route : route.learned(all);
  }

  /** What a partner answers, when one of these addresses says so. */
  public Optional<Tokens.Asked> partner(List<String> recipients) {
    return recipients.stream().flatMap(one -> tokens.partnerOf(one).stream()).findFirst();
  }

  /** Which mail of ours comes back ({@code Outgoing.returns}), when an address says so. */
  public Optional<String> returned(List<String> recipients) {
    return recipients.stream().flatMap(one -> tokens.returnedTo(one).stream()).findFirst();
  }

  /** Whether it says itself that it answers a message of ours: by its address, or by its thread. */
  public boolean answersOurs(List<String> recipients, List<String> threads) {
    return recipients.stream().anyMatch(one -> tokens.caseOfAddress(one).isPresent())
        || threads.stream().anyMatch(this::isOurs);
  }

  /** The letter of a case (outbox id) of which one of these is the Message-ID. */
  public Optional<String> letterOf(Case one, List<String> messageIds) {
    return letters.entry(one, messageIds);
  }

  /** The case that a message of ours was about, of which one of these is the Message-ID. */
  public Optional<String> caseOf(List<String> messageIds) {
    return messageIds.stream().flatMap(id -> tokens.caseOfMessageId(id).stream()).findFirst();
  }

  /**
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
