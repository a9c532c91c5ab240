package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * Makes the case of messages that left another: its own number, and the due times by which they had
 * to be answered. The same again makes the same.
 */
record SettingUp(Case from, Parting parting) {
  Case as(Moment today) {
    Moment moment = new Moment(parting.at(), today.directory());
    List<CaseEvent.Received> messages = parting.leaving(from);
    Draft draft = new Draft(blank(messages.get(0), moment), moment);
    messages.forEach(one -> TakingIn.message(draft, from, one));
    draft.event(
        new CaseEvent.Routed(
            moment.now(), parting.messages().get(0), parting.fresh().official(), match()));
    draft.event(
        new CaseEvent.Parted(moment.now(), parting.by(), from.id(), parting.messages(), true));
    if (parting.fresh().citizen().equals(from.citizen())) {
      from.met().forEach(draft::met);
    }
    String last = draft.responsible();
    if (!last.equals(parting.fresh().official())) {
      new Reassigning(parting.fresh().official(), parting.by(), "parted", "").take(draft);
    }
    promise(draft);
    draft.tell().citizen(Notice.Kind.NEW_OFFICIAL, official(draft), facts(draft));
    return ((Decision.Changed) draft.done()).after();
  }

  private Case blank(CaseEvent.Received first, Moment moment) {
    Parting.Fresh fresh = parting.fresh();
    String team =
        moment.directory().official(from.official()).map(one -> one.team()).orElse(from.team());
    Route route =
        new Route(
            match(),
            null,
            from.official(),
            fresh.topic(),
            team,
            from.neighbourhood(),
            null,
            from.barred());
    return new Opening(null, route, fresh.subject(), fresh.citizen(), from.demo())
        .blank(
            parting.into(),
            first.receipt(),
            from.language(),
            legal(),
            new Moment(first.at(), moment.directory()),
            since(first.at()));
  }

  private Match match() {
    Evidence taken = new Evidence.TakenOut(from.id(), parting.by());
    return Match.by("parted", taken, List.of()).confirmed(parting.by());
  }

  private LegalClass legal() {
    boolean theFirst = parting.messages().contains(from.openedBy());
    return theFirst || from.legalClass() == LegalClass.COMPLAINT ? from.legalClass() : null;
  }

  /** Who was responsible for them, since they came. */
  private List<Responsibility> since(Instant came) {
    List<Responsibility> since = new ArrayList<>();
    for (Responsibility one : from.responsibilities()) {
      if (one.from().isAfter(came)) {
        since.add(one);
      } else {
        since.clear();
        since.add(new Responsibility(one.official(), came, one.reason(), one.by()));
      }
    }
    return since.isEmpty() ? from.responsibilities() : since;
  }

  /** What was promised goes on; what was answered already is a question again. */
  private void promise(Draft draft) {
    parting.promises().forEach(draft.promises::goOn);
    if (draft.promises.open().isEmpty()) {
      List<String> messages = parting.messages();
      draft.promises.make(PromiseKind.ANSWER, messages.get(messages.size() - 1), parting.by());
    }
    Deputising.takeIn(draft, draft.promises.open().get(0).due());
  }

  private static String official(Draft draft) {
    return draft.ownerOf(draft.promises.open().get(0));
  }

  private static Map<String, String> facts(Draft draft) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("reason", "parted");
    facts.putAll(Dues.first(draft.promises.open()));
    return facts;
  }
}
