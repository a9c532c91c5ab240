package nl.aanspreekpunt.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.promise.CallbackRequest;
import nl.aanspreekpunt.promise.DatedPromises;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * An official promises something by a moment of their own: what the hub read in their answer, or
 * what they say themselves. It stands beside what is due by the norm, and is tracked as that is.
 *
 * @param kind ANSWER, CALLBACK or DECISION
 * @param words in which it was promised
 * @param phone whom to call (E.164); null: the number that is known
 * @param by official id
 */
public record Promising(PromiseKind kind, Instant due, String words, String phone, String by)
    implements Act {
  /** Characters of the words. */
  public static final int LONGEST = 200;

  private static final Duration FURTHEST = Duration.ofDays(400);

  @Override
  public Decision on(Case before, Moment moment) {
    if (!before.open()) {
      return Decision.refused("closed");
    }
    Optional<Promise> read =
        DatedOffers.in(before).stream()
            .filter(one -> one.kind() == kind && one.due().equals(due))
            .findFirst();
    Optional<Decision> refused = read.isPresent() ? wanting(before) : refusal(before, moment);
    if (refused.isPresent()) {
      return refused.get();
    }
    Draft draft = new Draft(before, moment);
    if (read.isPresent()) {
      confirm(draft, read.get());
    } else if (made(before.promises(), kind, due)) {
      return new Decision.Unchanged(before);
    } else {
      Requesting.tell(draft, put(draft));
    }
    return draft.done();
  }

  /** What was read in an answer is promised by a named person; late is late all the same. */
  private void confirm(Draft draft, Promise read) {
    Promise confirmed = called(read.readIn(null), draft);
    draft.promises.put(confirmed);
    draft.event(new CaseEvent.Promised(draft.now(), by, read.id(), kind, due));
    if (due.isAfter(draft.now())) {
      Requesting.tell(draft, confirmed);
    }
  }

  /** Why it cannot be promised; empty when it can. */
  Optional<Decision> refusal(Case before, Moment moment) {
    if (kind == null || kind == PromiseKind.FIND_OUT || kind.apart() || kind.inward()) {
      return Optional.of(Decision.refused("kind-needed", "kind"));
    }
    if (due == null || !due.isAfter(moment.now()) || due.isAfter(moment.now().plus(FURTHEST))) {
      return Optional.of(Decision.refused("due-to-come", "due"));
    }
    return wanting(before);
  }

  private Optional<Decision> wanting(Case before) {
    if (words == null || words.isBlank() || words.length() > LONGEST) {
      return Optional.of(Decision.refused("promised-words", "words"));
    }
    return kind == PromiseKind.CALLBACK && number(before).isEmpty()
        ? Optional.of(Decision.refused("phone-needed", "phone"))
        : Optional.empty();
  }

  /** Whether it was made already: also when it moved since, was kept, or was said to be none. */
  static boolean made(List<Promise> all, PromiseKind kind, Instant due) {
    return all.stream()
        .filter(one -> one.dated() && one.kind() == kind)
        .anyMatch(
            one ->
                one.due().equals(due)
                    || one.moves().renewals().stream().anyMatch(was -> was.was().equals(due)));
  }

  Promise put(Draft draft) {
    Promise made = draft.promises.make(kind, due, null, by).inWords(words.strip());
    Promise called = called(made.notBefore(from(draft)), draft);
    draft.promises.put(called);
    return called;
  }

  /** Not before that moment, as the words say; null when they do not. */
  private Instant from(Draft draft) {
    return DatedOffers.read(draft.team(), words, draft.moment).stream()
        .filter(read -> read.kind() == kind && read.due().equals(due))
        .findFirst()
        .map(DatedPromises.Dated::from)
        .orElse(null);
  }

  /** Whom to call, once a number is known. When is the promise itself. */
  private Promise called(Promise made, Draft draft) {
    return kind == PromiseKind.CALLBACK && made.callback() == null
        ? number(draft.before)
            .map(to -> new CallbackRequest(to, "", "", "hub", List.of(), draft.now(), null, null))
            .map(made::withCallback)
            .orElse(made)
        : made;
  }

  private Optional<String> number(Case before) {
    return Optional.ofNullable(phone).or(() -> known(before));
  }

  /** Where the citizen was last to be called, or writes from; empty when no number is known. */
  public static Optional<String> known(Case one) {
    return one.promises().stream()
        .filter(made -> made.callback() != null)
        .reduce((earlier, later) -> later)
        .map(made -> made.callback().phone())
        .or(
            () ->
                one.participants().stream()
                    .map(Participant::address)
                    .filter(address -> address.kind() == Address.Kind.PHONE)
                    .map(Address::value)
                    .reduce((earlier, later) -> later));
  }
}
