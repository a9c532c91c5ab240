package nl.aanspreekpunt.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.outbox.Notice;
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
    Optional<Promise> open = draft.promises.open(PromiseKind.CALLBACK);
    Promise promise = open.orElseGet(() -> draft.promises.make(PromiseKind.CALLBACK, null, by));
    CallbackRequest request =
        new CallbackRequest(phone, reason, preferred, by, List.of(), moment.now(), null, null);
    draft.promises.put(promise.asking(request));
    if (open.filter(again -> again.callback().asked() != null).isPresent()) {
      draft.event(new CaseEvent.StillWanted(moment.now(), promise.id()));
      Waiting.wanted(draft, promise.id(), by);
    }
    if (open.isEmpty()) {
      tell(draft, promise);
    }
    return draft.done();
  }

  /** The citizen hears by when, and by whom instead of somebody who left meanwhile. */
  static void tell(Draft draft, Promise promise) {
    tell(draft, promise, Map.of());
  }

  /**
   * @param more facts of why it is promised
   */
  static void tell(Draft draft, Promise promise, Map<String, String> more) {
    Map<String, String> facts = new TreeMap<>(more);
    facts.put("promise", promise.kind().name());
    facts.put("due", promise.due().toString());
    if (draft.left() == null) {
      draft.tell().citizen(Notice.Kind.PROMISED, draft.ownerOf(promise), facts);
    } else {
      facts.put("from", draft.left());
      facts.put("reason", "departure");
      draft.tell().citizen(Notice.Kind.NEW_OFFICIAL, draft.ownerOf(promise), facts);
    }
  }
}
