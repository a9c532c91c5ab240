package nl.aanspreekpunt.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.CallbackRequest;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * Asks for a callback in a case. Two requests in one case become one, at the earlier due time.
 *
 * @param phone E.164
 * @param by "citizen", or the official or clerk who takes it
 */
public record Requesting(String phone, String reason, String preferred, String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Draft draft = new Draft(before, moment);
    if (!before.open()) {
      draft.reopen(by, "callback");
    }
    if (draft.contact().isEmpty()) {
      draft.heardFrom(new Address(Address.Kind.PHONE, phone), null);
    }
    Optional<Promise> open = draft.openPromise(PromiseKind.CALLBACK);
    Promise promise = open.orElseGet(() -> made(draft));
    List<Attempt> attempts = promise.callback() == null ? List.of() : promise.callback().attempts();
    draft.put(promise.withCallback(new CallbackRequest(phone, reason, preferred, by, attempts)));
    if (open.isEmpty()) {
      draft
          .tell()
          .citizen(
              Notice.Kind.PROMISED,
              draft.ownerOf(promise),
              Map.of("promise", PromiseKind.CALLBACK.name(), "due", promise.due().toString()));
    }
    return draft.done();
  }

  private Promise made(Draft draft) {
    Case about = draft.before;
    return draft.promise(
        PromiseKind.CALLBACK,
        Dues.due(PromiseKind.CALLBACK, draft.moment, about.topic(), about.team()),
        null,
        by);
  }
}
