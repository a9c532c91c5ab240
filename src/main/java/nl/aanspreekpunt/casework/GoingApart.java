package nl.aanspreekpunt.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.official.Topic;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * Claims messages of a case for another: this one write decides where they go, whoever else moves
 * them at the same moment, and takes with them what was promised about them.
 *
 * @param to where they go
 * @param messages receipt ids
 * @param by official id
 * @param older messages of the case, as they were just read, that may be in a page by now
 */
record GoingApart(To to, List<String> messages, String by, List<CaseEvent.Received> older)
    implements Act {
  static final String UNDER_WAY = "parting";

  /** Where messages go. */
  sealed interface To {
    String number();
  }

  /** A case that is there, as it was just read. */
  record There(Case other) implements To {
    @Override
    public String number() {
      return other.id();
    }
  }

  /**
   * A case of their own.
   *
   * @param topic topic id; null: as here
   * @param successors propose who knows a topic that is another than here; null: nobody is asked
   */
  record Own(String number, String subject, String topic, String citizen, Successors successors)
      implements To {}

  @Override
  public Decision on(Case before, Moment moment) {
    Decision refused = refusal(before, moment);
    if (refused != null) {
      return refused;
    }
    Draft draft = new Draft(before, moment);
    List<CaseEvent.Received> leaving =
        here(before).stream().filter(one -> messages.contains(one.receipt())).toList();
    List<String> inOrder = leaving.stream().map(CaseEvent.Received::receipt).toList();
    List<Promise> promises = new ArrayList<>();
    for (Promise promise : draft.promises.open()) {
      take(draft, promise).ifPresent(promises::add);
    }
    draft.event(new CaseEvent.Parted(moment.now(), by, to.number(), inOrder, false));
    draft.parting =
        new Parting(
            to.number(), fresh(before, moment), inOrder, leaving, promises, by, moment.now());
    return draft.done();
  }

  /** All that are in the case, oldest first. */
  private List<CaseEvent.Received> here(Case before) {
    Stream<CaseEvent.Received> then =
        older.stream().filter(one -> before.wentTo(one.receipt()).isEmpty());
    return Messages.once(Stream.concat(then, before.messages().stream()).toList());
  }

  /** Null when nothing speaks against it. */
  private Decision refusal(Case before, Moment moment) {
    if (before.parting() != null) {
      return Decision.refused(UNDER_WAY);
    }
    if (before.joined()) {
      return Decision.refused(GoingOver.ELSEWHERE);
    }
    if (!before.open()) {
      return Decision.refused("closed");
    }
    List<String> here = here(before).stream().map(CaseEvent.Received::receipt).toList();
    if (messages.isEmpty() || !here.containsAll(messages)) {
      return Decision.refused("no-such-message", "messages");
    }
    if (messages.containsAll(here)) {
      return Decision.refused("all-messages", "messages");
    }
    if (to instanceof There there) {
      return into(before, there.other());
    }
    String topic = ((Own) to).topic();
    return topic == null || moment.directory().topic(topic).isPresent()
        ? null
        : Decision.refused("no-such-topic", "topic");
  }

  private static Decision into(Case before, Case other) {
    if (before.id().equals(other.id())) {
      return Decision.refused("same-case", "into");
    }
    return before.barred().equals(other.barred())
        ? null
        : Decision.refused("complaint-stays-apart", "into");
  }

  /**
   * What of a promise goes with them: all of it when nobody else waits for it, the same due time in
   * both cases otherwise. Empty when they do not wait for it.
   */
  private Optional<Promise> take(Draft draft, Promise promise) {
    List<String> waiting = waiting(draft.before, promise);
    Optional<String> last =
        waiting.stream().filter(messages::contains).reduce((earlier, later) -> later);
    Optional<String> stays =
        waiting.stream().filter(one -> !messages.contains(one)).reduce((earlier, later) -> later);
    boolean asked = promise.kind() == PromiseKind.CALLBACK || promise.dated();
    if (last.isEmpty() || (asked && !messages.contains(promise.seen()))) {
      return Optional.empty();
    }
    if (asked || stays.isEmpty()) {
      draft.promises.withdraw(promise, by, "parted");
    } else {
      draft.promises.put(promise.waitingFor(stays.get()));
    }
    return Optional.of(promise.waitingFor(last.get()));
  }

  /** Messages (receipt ids) that wait for it: what came since it was made, up to the last one. */
  private List<String> waiting(Case before, Promise promise) {
    List<CaseEvent.Received> all = here(before);
    List<String> ids = all.stream().map(CaseEvent.Received::receipt).toList();
    int last = ids.indexOf(promise.seen());
    return all.subList(0, last + 1).stream()
        .filter(in -> in.receipt().equals(promise.seen()) || !in.at().isBefore(promise.madeAt()))
        .map(CaseEvent.Received::receipt)
        .toList();
  }

  /** Null for a case that is there. */
  private Parting.Fresh fresh(Case before, Moment moment) {
    if (!(to instanceof Own own)) {
      return null;
    }
    Optional<Topic> other =
        Optional.ofNullable(own.topic())
            .filter(one -> !one.equals(before.topic()))
            .flatMap(moment.directory()::topic);
    String official =
        other
            .filter(one -> own.successors() != null)
            .map(one -> own.successors().propose(before.about(one), moment, Map.of()).official())
            .orElse(before.official());
    String topic = own.topic() == null ? before.topic() : own.topic();
    return new Parting.Fresh(own.subject(), topic, official, own.citizen());
  }
}
