package nl.aanspreekpunt.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.promise.Promise;

/**
 * What people do in a case beyond answering goes along when it is joined to another: what
 * colleagues and partners were asked, and a decision that waits. No due time moves, and whoever is
 * to answer does.
 *
 * @param other as it was claimed
 */
record ComingAlong(Draft draft, Case other, String by) {
  /**
   * Why it cannot: of two decisions somebody first says what becomes of the one. Empty when it can.
   */
  static Optional<Decision> hindered(Case one, Case into) {
    boolean decides = one.care().intended() != null && into.care().intended() != null;
    boolean refers = one.care().referred() != null && into.care().referred() != null;
    return decides || refers
        ? Optional.of(Decision.refused("two-decisions", "into"))
        : Optional.empty();
  }

  /**
   * @param promises what the citizen waits for: the other case's promise ids, and what they are
   *     here
   */
  void take(Map<String, String> promises) {
    Map<String, String> here = new HashMap<>(promises);
    for (Promise one : other.openInward()) {
      here.put(one.id(), draft.inward.adopt(one, other.care().inward().standIn(one.id())).id());
    }
    other.care().consults().forEach(one -> consult(one, here));
    other.care().backed().all().forEach(one -> backing(one, here));
    table(here);
    decision(here);
    consent();
  }

  private void consult(Consult one, Map<String, String> here) {
    String number = "r" + (draft.care().consults().size() + 1);
    if (one.partner() == null) {
      if (here.containsKey(one.promise())) {
        draft.care(draft.care().with(one.moved(number, other, here.get(one.promise()), null)));
      }
    } else if (one.partner().revokedAt() == null && draft.now().isBefore(one.partner().until())) {
      who(one.partner().consent().link())
          .ifPresent(link -> draft.care(draft.care().with(one.moved(number, other, null, link))));
    }
  }

  /** Under which link somebody takes part here. */
  private Optional<String> who(String link) {
    String contact = draft.contact().map(Participant::link).orElse(null);
    Optional<String> found =
        other.participant(link).map(it -> draft.heardFrom(it.address(), it.name()).link());
    if (contact != null) {
      draft.writesTo(contact);
    }
    return found;
  }

  /** What is asked of a manager, and what a manager stands behind. */
  private void backing(Backing one, Map<String, String> here) {
    if (here.containsKey(one.promise()) || one.stands()) {
      Backed all = draft.care().backed();
      String number = draft.before.id() + "-b" + (all.all().size() + 1);
      String promise = here.getOrDefault(one.promise(), one.promise());
      draft.care(draft.care().with(all.with(one.under(number, promise))));
    }
  }

  /** What was agreed at its table and is still to be done; and the table, while it lasts. */
  private void table(Map<String, String> here) {
    List<CaseTable.Agreement> open = new ArrayList<>();
    for (CaseTable one : other.care().tables()) {
      one.agreements().stream()
          .filter(it -> here.containsKey(it.promise()))
          .map(it -> it.under(here.get(it.promise())))
          .forEach(open::add);
    }
    Optional<CaseTable> stays = draft.care().table();
    if (stays.isPresent()) {
      CaseTable into = stays.get();
      for (CaseTable.Agreement one : open) {
        into = into.agreed(one);
      }
      draft.care(draft.care().with(into));
    } else if (other.care().table().isPresent() || !open.isEmpty()) {
      List<CaseTable> all = other.care().tables();
      CaseTable last = other.care().table().orElseGet(() -> all.get(all.size() - 1));
      draft.care(draft.care().with(last.agreed(open)));
    }
  }

  private void decision(Map<String, String> here) {
    Intended held = other.care().intended();
    Referred referred = other.care().referred();
    if (held != null && draft.care().intended() == null) {
      String talk = here.getOrDefault(held.promise(), held.promise());
      draft.care(draft.care().intending(held.in(other, talk)));
    } else if (held != null) {
      // Both were put down at the same moment: that of the case that goes on stands.
      draft.event(new CaseEvent.DecisionTakenBack(draft.now(), by, held.outcome()));
    }
    if (referred != null && draft.care().referred() == null) {
      String promise = here.getOrDefault(referred.promise(), referred.promise());
      draft.care(draft.care().referring(referred.under(promise)));
    }
  }

  private void consent() {
    AskedConsent asked = other.care().asked();
    if (asked != null && draft.care().asked() == null) {
      who(asked.link()).ifPresent(link -> draft.care(draft.care().consenting(asked.of(link))));
    }
  }
}
