package nl.aanspreekpunt.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * Who closed a case did so by mistake: it is open again with what was promised, due as the citizen
 * was told, and the citizen hears so. Not when anybody did something in it since.
 *
 * @param by official id of who closed it
 */
public record OpeningAsItWas(String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<CaseEvent.Closed> closed =
        before.open() || before.joined() ? Optional.empty() : closed(before);
    if (closed.isEmpty() || !closed.get().by().equals(by)) {
      return Decision.refused("touched-since");
    }
    Draft draft = new Draft(before, moment);
    draft.reopen(by, "official");
    List<String> ended = ended(before, closed.get());
    before.promises().stream()
        .filter(one -> ended.contains(one.id()))
        .forEach(one -> draft.promises.restore(one, by));
    Promise first =
        draft.promises.open().stream()
            .min((one, other) -> one.due().compareTo(other.due()))
            .orElseGet(() -> draft.promises.make(PromiseKind.ANSWER, before.lastReceived(), by));
    Requesting.tell(draft, first, Map.of("reopened", "yes"));
    return draft.done();
  }

  /** Ids of the promises that ended with it. */
  private static List<String> ended(Case one, CaseEvent.Closed closed) {
    return one.events().stream()
        .filter(event -> event.at().equals(closed.at()))
        .flatMap(
            event ->
                event instanceof CaseEvent.Kept kept && kept.how().equals("closed")
                    ? Stream.of(kept.promise())
                    : event instanceof CaseEvent.Withdrawn gone && gone.how().equals("closed")
                        ? Stream.of(gone.promise())
                        : Stream.empty())
        .toList();
  }

  /** The closing after which nobody did anything; empty when somebody did. */
  private static Optional<CaseEvent.Closed> closed(Case one) {
    List<CaseEvent> events = one.events();
    for (int i = events.size() - 1; i >= 0; i--) {
      CaseEvent event = events.get(i);
      if (event instanceof CaseEvent.Closed closed) {
        return Optional.of(closed);
      }
      if (!byItself(event)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** What comes of the letter that says it. */
  private static boolean byItself(CaseEvent event) {
    return event instanceof CaseEvent.Told
        || event instanceof CaseEvent.AskedHelped
        || event instanceof CaseEvent.Delivery
        || event instanceof CaseEvent.HeldBack;
  }
}
