package nl.aanspreekpunt.routing;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.CaseNumbers;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Doubt;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.casework.Letters;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Referred;
import nl.aanspreekpunt.casework.Route;
import nl.aanspreekpunt.casework.Tokens;

/** Rules 1 to 3: the message itself names its case. */
final class Threads {
  /** Of a loop with somebody whose address is another each time. */
  private static final int MOST_TURNS = 3;

  private final Cases cases;
  private final Tokens tokens;
  private final Onward onward;

  Threads(Cases cases, Tokens tokens) {
    this.cases = cases;
    this.tokens = tokens;
    this.onward = new Onward(cases, new Letters(cases, tokens));
  }

  /** A follow page opened by its signed link, or a system of the municipality, names the case. */
  Future<Optional<Route>> chosenCase(Question question) {
    return named("case-chosen", question, Optional.ofNullable(question.caseChosen()));
  }

  /** 1. A signed reply token in any recipient address. */
  Future<Optional<Route>> replyToken(Question question) {
    return answering("reply-token", question, tokenIn(question.recipients()));
  }

  /**
   * 2. A Message-ID that this hub issued and signed. Mail programs name it also when they pass the
   * message on, which is no answer to it: then it is a question of its own that may belong there.
   */
  Future<Optional<Route>> messageId(Question question) {
    Optional<String> number = threadIn(question.threads());
    return question.forward()
        ? besides(question, number)
        : answering("message-id", question, number);
  }

  private Future<Optional<Route>> besides(Question question, Optional<String> number) {
    return number.isEmpty() || question.automatic()
        ? Routing.nothing()
        : Joining.followed(cases, number.get())
            .map(
                found ->
                    found
                        .filter(one -> !question.apartFrom(one))
                        .map(one -> question.beside(one, forwarded(question, one))));
  }

  private static Match forwarded(Question question, Case one) {
    Evidence evidence = new Evidence.CaseNamed(one.id());
    List<Doubt> doubts = doubts(question, one);
    return doubts.isEmpty()
        ? Match.probable("message-id", evidence)
        : Match.by("message-id", evidence, doubts);
  }

  /**
   * 3. A case number in the subject or an SMS, of a case the sender takes part in. Of anybody else
   * it is uncertain, and of a case whose subject is kept hidden it leads nowhere: that it is with
   * this official would tell what it is about.
   */
  Future<Optional<Route>> caseNumber(Question question) {
    String where = question.channel().texting() ? question.text() : question.subject();
    Optional<String> number = CaseNumbers.in(where);
    if (number.isEmpty()) {
      return Routing.nothing();
    }
    return Joining.followed(cases, number.get())
        .map(
            found ->
                found
                    .filter(one -> takesPart(question, one) || mayBelong(question, one))
                    .map(one -> byNumber(question, one)));
  }

  private static boolean mayBelong(Question question, Case one) {
    return !one.hidesSubject() && !question.automatic() && !question.apartFrom(one);
  }

  private static Route byNumber(Question question, Case one) {
    Evidence evidence = evidence(question, one, new Evidence.CaseNamed(one.id()));
    List<Doubt> doubts = new ArrayList<>(question.doubtsOfAddress());
    if (!takesPart(question, one)) {
      doubts.add(Doubt.STRANGER);
    }
    return joined(Match.CASE_NUMBER, question, one, evidence, doubts);
  }

  private Optional<String> tokenIn(List<String> recipients) {
    return recipients.stream().flatMap(to -> tokens.caseOfAddress(to).stream()).findFirst();
  }

  private Optional<String> threadIn(List<String> threads) {
    return threads.stream().flatMap(id -> tokens.caseOfMessageId(id).stream()).findFirst();
  }

  private Future<Optional<Route>> named(String rule, Question question, Optional<String> number) {
    if (number.isEmpty()) {
      return Routing.nothing();
    }
    return Joining.followed(cases, number.get())
        .compose(
            found ->
                found
                    .map(one -> named(rule, question, one, new Evidence.CaseNamed(one.id())))
                    .orElseGet(Routing::nothing));
  }

  /** The same, at the case where what it answers went since. */
  private Future<Optional<Route>> answering(
      String rule, Question question, Optional<String> number) {
    return number.isEmpty()
        ? Routing.nothing()
        : onward
            .from(number.get(), question)
            .compose(
                found ->
                    found
                        .map(it -> named(rule, question, it.in(), it.because()))
                        .orElseGet(Routing::nothing));
  }

  private Future<Optional<Route>> named(
      String rule, Question question, Case one, Evidence evidence) {
    boolean takesPart = takesPart(question, one) || copied(question, one);
    if (!takesPart && question.apartFrom(one)) {
      return Routing.nothing();
    }
    Evidence why = evidence(question, one, evidence);
    List<Doubt> doubts = doubts(question, one);
    if (takesPart || question.automatic()) {
      return Routing.decided(joined(rule, question, one, why, doubts));
    }
    return turns(one, 1)
        .compose(
            turns ->
                Routing.decided(
                    turns < MOST_TURNS
                        ? joined(rule, question, one, why, doubts)
                        : Route.join(Match.by(rule, why, with(doubts, Doubt.LOOP)), one.id())));
  }

  /**
   * How often in a row the hub wrote by itself to another address, with no official between: a case
   * that a stranger's answer opened stands beside the one that was answered.
   */
  private Future<Integer> turns(Case one, int more) {
    boolean goesOn =
        one.route().stranger()
            && one.suggested() != null
            && one.happened(CaseEvent.Replied.class).findAny().isEmpty();
    if (!goesOn || more >= MOST_TURNS) {
      return Future.succeededFuture(more);
    }
    return cases
        .find(one.suggested())
        .compose(
            before ->
                before
                    .map(it -> turns(it, more + 1))
                    .orElseGet(() -> Future.succeededFuture(more + 1)));
  }

  private static List<Doubt> with(List<Doubt> doubts, Doubt more) {
    return Stream.concat(doubts.stream(), Stream.of(more)).toList();
  }

  /** What was signed for one citizen may have come into other hands. */
  private static List<Doubt> doubts(Question question, Case one) {
    List<Doubt> doubts = new ArrayList<>(question.doubts());
    if (!takesPart(question, one) && !copied(question, one)) {
      doubts.add(Doubt.STRANGER);
    }
    return doubts;
  }

  /** A machine's answer, as a bounce, belongs where it points, whoever it says sent it. */
  private static Route joined(
      String rule, Question question, Case one, Evidence evidence, List<Doubt> doubts) {
    Match match = Match.by(rule, evidence, doubts);
    return doubts.isEmpty() || question.automatic()
        ? Route.join(match, one.id())
        : question.beside(one, match);
  }

  /** That its sender asks for its citizen, where they do: each time, as it may have changed. */
  private static Evidence evidence(Question question, Case one, Evidence otherwise) {
    return question.sender() == null || question.identity().citizen().equals(one.citizen())
        ? otherwise
        : Linking.asks(question, one).<Evidence>map(it -> it).orElse(otherwise);
  }

  /** Who asked wrote to them as well: what was signed for the one came to the other. */
  private static boolean copied(Question question, Case one) {
    return question.sender() != null
        && one.care().wasCopied(question.sender())
        && !Linking.parted(question, one);
  }

  private static boolean takesPart(Question question, Case one) {
    Referred referred = one.care().referred();
    return question.sender() != null
        && ((one.participant(question.sender()).isPresent() && !Linking.parted(question, one))
            || Linking.asks(question, one).isPresent()
            || (referred != null && referred.wrote(question.sender())));
  }
}
