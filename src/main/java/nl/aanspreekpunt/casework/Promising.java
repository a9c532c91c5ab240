package nl.aanspreekpunt.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.promise.CallbackRequest;
import nl.aanspreekpunt.promise.PreferredTimes;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * An official promises something by a moment of their own: what the hub read in their answer, or
 * what they say themselves. It stands beside what is due by the norm, and is tracked as that is.
 *
 * @param kind ANSWER or CALLBACK
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
    Optional<Decision> refused = refusal(before, moment);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (made(before, kind, due)) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    Requesting.tell(draft, put(draft));
    return draft.done();
  }

  /** Why it cannot be promised; empty when it can. */
  Optional<Decision> refusal(Case before, Moment moment) {
    if (kind != PromiseKind.ANSWER && kind != PromiseKind.CALLBACK) {
      return Optional.of(Decision.refused("kind-needed", "kind"));
    }
    if (due == null || !due.isAfter(moment.now()) || due.isAfter(moment.now().plus(FURTHEST))) {
      return Optional.of(Decision.refused("due-to-come", "due"));
    }
    if (words == null || words.isBlank() || words.length() > LONGEST) {
      return Optional.of(Decision.refused("promised-words", "words"));
    }
    return kind == PromiseKind.CALLBACK && number(before).isEmpty()
        ? Optional.of(Decision.refused("phone-needed", "phone"))
        : Optional.empty();
  }

  /** Whether it stands already. */
  static boolean made(Case one, PromiseKind kind, Instant due) {
    return one.promises().stream()
        .anyMatch(made -> made.dated() && made.kind() == kind && made.due().equals(due));
  }

  Promise put(Draft draft) {
    Promise made = draft.promises.make(kind, due, null, by).inWords(words.strip());
    if (kind == PromiseKind.CALLBACK) {
      LocalDate today = LocalDate.ofInstant(draft.now(), draft.directory().zone());
      String when = PreferredTimes.within(words, today).orElse("");
      String to = number(draft.before).orElseThrow();
      made =
          made.withCallback(
              new CallbackRequest(to, "", when, "hub", List.of(), draft.now(), null, null));
    }
    draft.promises.put(made);
    return made;
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
