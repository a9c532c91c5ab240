package nl.aanspreekpunt.web.work.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Reachable;
import nl.aanspreekpunt.casework.contact.DespiteContact;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Person;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.contact.ContactView;

/** From a question that was just taken to what its clerk sees of it. */
record TakenView(Frame frame, Moment moment, Names names) {
  static TakenView of(Frame frame, Moment moment) {
    return new TakenView(frame, moment, new Names(moment.directory(), frame.words()));
  }

  TakenPage page(
      Receipt receipt,
      Case one,
      Optional<Identity.AgreedContact> agreed,
      boolean line,
      String typed,
      List<FieldError> errors) {
    Optional<Promise> first = first(one);
    return new TakenPage(
        frame,
        receipt.id(),
        one.id(),
        official(one),
        Here.instead(one, frame, moment).orElse(null),
        one.dueAt(),
        first.map(promise -> does(one, promise)).orElse(null),
        agreed.map(it -> new ContactView(frame, names, moment).line(it)).orElse(null),
        told(one),
        call(receipt, one, agreed),
        line,
        typed,
        errors);
  }

  Here official(Case one) {
    return Here.of(moment.directory().official(one.official()).orElseThrow(), frame, moment);
  }

  private static Optional<Promise> first(Case one) {
    return one.openPromises().stream().min(Comparator.comparing(Promise::attentionAt));
  }

  /** Who does what that is due first. */
  private String does(Case one, Promise promise) {
    return frame.say("desk.due." + promise.kind(), names.of(one.ownerOf(promise)));
  }

  String does(Case one) {
    return first(one).map(promise -> does(one, promise)).orElse(null);
  }

  /** How the citizen hears it besides; what can only be called cannot be written to. */
  private String told(Case one) {
    return one.participant(one.contact())
        .map(who -> frame.say("desk.told." + Reachable.by(who), names.address(who.address())))
        .orElse(null);
  }

  /** Null when one was promised already, or what was agreed about contact leaves none. */
  private static TakenPage.Call call(
      Receipt receipt, Case one, Optional<Identity.AgreedContact> agreed) {
    boolean asked = one.openPromises().stream().anyMatch(it -> it.kind() == PromiseKind.CALLBACK);
    boolean against =
        agreed.filter(it -> !DespiteContact.allows(it, CaseEvent.Talk.PHONE)).isPresent();
    return asked || against
        ? null
        : new TakenPage.Call(
            Optional.ofNullable(receipt.facts().get("phone")).map(Person::shown).orElse(""));
  }
}
