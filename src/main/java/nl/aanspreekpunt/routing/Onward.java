package nl.aanspreekpunt.routing;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.casework.Letters;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Separating;

/**
 * From the case that an answer names to the one where what it answers is now. A letter of ours that
 * answered a message leads to where that message went; a letter about the question as a whole (who
 * helps, by when) stays with the case it was sent for, unless nothing of its sender is left there.
 */
record Onward(Cases cases, Letters letters) {
  /** Where it belongs, and why. */
  record There(Case in, Evidence because) {}

  /** Empty when there is no such case. Only where messages went elsewhere more is looked up. */
  Future<Optional<There>> from(String number, Question question) {
    return cases
        .find(number)
        .compose(
            found ->
                found.isPresent()
                    ? from(found.get(), question).map(Optional::of)
                    : Future.succeededFuture(Optional.empty()));
  }

  private Future<There> from(Case named, Question question) {
    Future<Case> now =
        named.joined()
            ? Joining.followed(cases, named.id()).map(Optional::orElseThrow)
            : Future.succeededFuture(named);
    return now.compose(
        one ->
            named.elsewhere().isEmpty() && one.elsewhere().isEmpty()
                ? Future.succeededFuture(plain(one))
                : letters
                    .answered(named, question.threads())
                    .compose(
                        message ->
                            message.isPresent()
                                ? answered(named, message.get(), one)
                                : unknown(one, question)));
  }

  private static There plain(Case one) {
    return new There(one, new Evidence.CaseNamed(one.id()));
  }

  private Future<There> answered(Case named, String message, Case now) {
    return Separating.followed(cases, named.id(), message)
        .map(Optional::orElseThrow)
        .map(
            there ->
                named.joined() && there.id().equals(now.id())
                    ? plain(now)
                    : new There(there, new Evidence.LetterAnswered(there.id(), named.id())));
  }

  /** Which message it answers is not known: it stays, unless all that its sender wrote went. */
  private Future<There> unknown(Case one, Question question) {
    List<String> theirs = written(one, question);
    boolean left = theirs.stream().anyMatch(message -> one.wentTo(message).isEmpty());
    return left || theirs.isEmpty() || one.paged() > 0
        ? Future.succeededFuture(plain(one))
        : Separating.followed(cases, one.id(), theirs.get(theirs.size() - 1))
            .map(Optional::orElseThrow)
            .map(there -> new There(there, new Evidence.AllWent(there.id(), one.id())));
  }

  /** The latest messages of its sender in a case (receipt ids), wherever they are now. */
  private static List<String> written(Case one, Question question) {
    Optional<String> link =
        Optional.ofNullable(question.sender()).flatMap(one::participant).map(Participant::link);
    return one.happened(CaseEvent.Received.class)
        .filter(in -> link.filter(it -> it.equals(in.link())).isPresent())
        .map(CaseEvent.Received::receipt)
        .toList();
  }
}
