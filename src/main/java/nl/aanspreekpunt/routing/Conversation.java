package nl.aanspreekpunt.routing;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Doubt;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Lesson;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Route;
import nl.aanspreekpunt.casework.helped.AnsweringHelped;
import nl.aanspreekpunt.casework.helped.HelpedWords;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.citizen.Subjects;

/**
 * Rule 5: a known sender goes on where they left. An SMS or a call joins the open case of the last
 * conversation on that number, if recent; an email without a thread only one of the same subject.
 */
final class Conversation implements Policy {
  private static final int LATEST = 30;
  private final Cases cases;
  private final Duration smsWindow;

  Conversation(Cases cases, Duration smsWindow) {
    this.cases = cases;
    this.smsWindow = smsWindow;
  }

  @Override
  public Future<Optional<Route>> route(Question question) {
    if (question.identity() == null || !mayGoOn(question)) {
      return Routing.nothing();
    }
    return cases
        .ofCitizen(question.identity().citizen(), LATEST)
        .map(all -> all.stream().filter(one -> one.open() || answers(question, one)).toList())
        .map(open -> question.byNumber() ? bySms(question, open) : bySubject(question, open));
  }

  /** A closed one, where "are you helped?" was asked and this is nothing but an answer to that. */
  private static boolean answers(Question question, Case one) {
    return question.channel().texting()
        && HelpedWords.in(question.text()).isPresent()
        && one.participant(question.sender())
            .filter(who -> AnsweringHelped.awaits(one, who.link()))
            .isPresent();
  }

  /** Saves the look-up for a new question, which is most of them. */
  private static boolean mayGoOn(Question question) {
    List<Identity.Recent> before = question.identity().before(question.receipt());
    String subject = Subjects.key(question.subject());
    return question.byNumber()
        ? !before.isEmpty()
        : before.stream().anyMatch(one -> one.subject().equals(subject) && !subject.isEmpty());
  }

  private Optional<Route> bySms(Question question, List<Case> open) {
    Instant since = question.now().minus(smsWindow);
    return open.stream()
        .filter(one -> lastOn(one, question.sender()).isAfter(since))
        .filter(one -> !leftBehind(question, one))
        .filter(one -> OfNumber.means(question, one))
        .max(Comparator.comparing(one -> lastOn(one, question.sender())))
        .map(one -> joined(question, one, Evidence.Tie.LAST_ON_NUMBER));
  }

  /** A text message was taken out of it, and nothing was exchanged there since. */
  private static boolean leftBehind(Question question, Case one) {
    return question.taught(Lesson.Kind.APART).stream()
        .filter(it -> it.number().equals(one.id()))
        .anyMatch(it -> !lastOn(one, question.sender()).isAfter(it.at()));
  }

  /** What passes a message on has its subject, and is no answer to it. */
  private static Optional<Route> bySubject(Question question, List<Case> open) {
    if (question.forward()) {
      return Optional.empty();
    }
    String subject = Subjects.key(question.subject());
    return open.stream()
        .filter(one -> Subjects.key(one.subject()).equals(subject))
        .filter(one -> one.participant(question.sender()).isPresent())
        .filter(one -> !question.apartFrom(one))
        .findFirst()
        .map(one -> joined(question, one, Evidence.Tie.SAME_SUBJECT));
  }

  private static Route joined(Question question, Case one, Evidence.Tie tie) {
    Evidence evidence = new Evidence.Conversation(one.id(), tie);
    List<Doubt> doubts = new ArrayList<>(question.doubtsOfAddress());
    if (one.route().doubts().contains(Doubt.SILENT)) {
      doubts.remove(Doubt.SILENT); // whoever has the number now began it
    }
    return doubts.isEmpty()
        ? Route.join(Match.probable("conversation", evidence), one.id())
        : question.beside(one, Match.by("conversation", evidence, doubts));
  }

  /** When something was last exchanged with this address; {@link Instant#MIN} when never. */
  private static Instant lastOn(Case one, Address address) {
    return one.participant(address)
        .map(Participant::link)
        .flatMap(
            known ->
                one.events().stream()
                    .filter(event -> known.equals(linkOf(event)))
                    .map(CaseEvent::at)
                    .max(Instant::compareTo))
        .orElse(Instant.MIN);
  }

  private static String linkOf(CaseEvent event) {
    if (event instanceof CaseEvent.Received received) {
      return received.link();
    }
    if (event instanceof CaseEvent.Replied replied) {
      return replied.link();
    }
    return event instanceof CaseEvent.Told told ? told.link() : null;
  }
}
