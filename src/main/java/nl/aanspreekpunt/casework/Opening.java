package nl.aanspreekpunt.casework;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.talk.TalkSigns;
import nl.aanspreekpunt.official.Topic;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * Opens a case for a message that joins none.
 *
 * @param citizen citizen id
 * @param demo a fictional citizen: nothing is ever sent
 */
public record Opening(Arrival arrival, Route route, String subject, String citizen, boolean demo) {

  /** The case, and its acknowledgement if there is one: a re-run of the receipt adds it again. */
  public record Opened(Case opened, List<Outgoing> notices) {}

  public Opened as(String number, Moment moment) {
    Draft draft = new Draft(blank(number, moment), moment);
    if (arrival.sender() != null) {
      draft.heardFrom(arrival, null);
    }
    String link = draft.contact().map(Participant::link).orElse(null);
    draft.event(new CaseEvent.Received(moment.now(), arrival.receipt(), arrival.channel(), link));
    draft.event(
        new CaseEvent.Routed(moment.now(), arrival.receipt(), route.official(), route.match()));
    CopiedIn.note(draft, arrival, route.match());
    TalkSigns.heard(draft, arrival);
    if (draft.legalClass().decided()) {
      draft.settled();
    }
    Promise promise = Receiving.promise(draft, arrival, kind());
    if (promise != null && draft.legalClass().decided()) {
      draft.promises.make(PromiseKind.DECISION, arrival.receipt(), "hub");
    }
    if (promise != null) {
      Deputising.takeIn(draft, promise.due());
    }
    Acknowledging.acknowledge(draft, arrival, promise);
    return split(((Decision.Changed) draft.done()).after(), draft, moment);
  }

  private PromiseKind kind() {
    return route.match().rule().equals(Match.INTAKE) ? PromiseKind.FIND_OUT : PromiseKind.ANSWER;
  }

  /** Null when nothing says that it is anything but a question, or a complaint by its route. */
  private LegalClass legal(Optional<Topic> topic) {
    if (route.match().rule().equals(Match.COMPLAINT)) {
      return null;
    }
    if (arrival.legal() != null && arrival.legal().decided()) {
      return arrival.legal();
    }
    if (topic.filter(Topic::formal).isPresent()) {
      return LegalClass.FORMAL;
    }
    return arrival.callback() == null ? null : LegalClass.CALLBACK;
  }

  private Case blank(String number, Moment moment) {
    return blank(
        number,
        arrival.receipt(),
        arrival.language(),
        legal(topic(moment)),
        moment,
        List.of(new Responsibility(route.official(), moment.now(), Responsibility.ROUTE, "hub")));
  }

  private Optional<Topic> topic(Moment moment) {
    return route.topic() == null ? Optional.empty() : moment.directory().topic(route.topic());
  }

  /**
   * A case in which nothing happened yet.
   *
   * @param receipt the message it is for
   * @param legal null: not known to be anything but a question
   * @param moment when that message came
   */
  public Case blank(
      String number,
      String receipt,
      String language,
      LegalClass legal,
      Moment moment,
      List<Responsibility> responsibilities) {
    return new Case(
        number,
        0,
        subject,
        route.topic(),
        route.team(),
        route.neighbourhood(),
        language,
        topic(moment).map(Topic::confidential).orElse(false),
        citizen,
        List.of(),
        null,
        Case.State.OPEN,
        null,
        route.match(),
        route.official(),
        responsibilities,
        List.of(),
        route.barred(),
        List.of(),
        route.suggested(),
        null,
        null,
        List.of(),
        List.of(),
        0,
        List.of(),
        receipt,
        moment.now(),
        null,
        null,
        null,
        List.of(),
        List.of(),
        null,
        demo,
        List.of(),
        List.of(),
        List.of(),
        legal,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        Care.NONE);
  }

  /** Opening needs no pending: the receipt stays unfinished until the outbox has the notice. */
  private static Opened split(Case whole, Draft draft, Moment moment) {
    return new Opened(
        whole.settled(draft.nextStep()), joined(whole.pending(), PassedPins.told(whole, moment)));
  }

  /**
   * The same notices for a case that an earlier run opened, from what is stored in it.
   *
   * @param moment when it was opened
   */
  public static List<Outgoing> again(Case stored, Arrival arrival, Moment moment) {
    return joined(acknowledged(stored, arrival, moment), PassedPins.told(stored, moment));
  }

  private static List<Outgoing> joined(List<Outgoing> first, List<Outgoing> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }

  private static List<Outgoing> acknowledged(Case stored, Arrival arrival, Moment moment) {
    return stored.events().stream()
        .filter(CaseEvent.Told.class::isInstance)
        .map(CaseEvent.Told.class::cast)
        .filter(told -> told.entry().startsWith(stored.id() + ".1."))
        .map(told -> Acknowledging.again(stored, told, arrival, moment))
        .toList();
  }
}
