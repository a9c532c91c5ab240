package nl.aanspreekpunt.web.work.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.desk.Contact;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.Names;

/** From a contact that was taken to what its clerk sees of it later. */
record BecameView(Frame frame, Names names) {
  BecamePage.Row row(Contact contact, Receipt receipt, Optional<Case> placed) {
    return new BecamePage.Row(
        "/werk/nieuw/" + contact.id(),
        contact.at(),
        frame.moments().time(contact.at()),
        who(receipt),
        placed.map(Case::id).orElse(null),
        placed
            .map(one -> states(contact, one))
            .orElseGet(() -> List.of(frame.say("desk.became.finding"))),
        placed.stream()
            .flatMap(one -> one.openPromises().stream())
            .anyMatch(it -> !it.waits() && frame.moments().past(it.due())));
  }

  /** What the clerk typed themselves: enough to know whom it was about. */
  private static String who(Receipt receipt) {
    String phone = receipt.facts().get("phone");
    String masked =
        phone == null || phone.isBlank() ? null : new Address(Address.Kind.PHONE, phone).masked();
    return Stream.of(receipt.facts().get("name"), masked)
        .filter(it -> it != null && !it.isBlank())
        .collect(Collectors.joining(", "));
  }

  private List<String> states(Contact contact, Case one) {
    List<String> all = new ArrayList<>();
    all.add(frame.say("desk.became.with", names.of(one.official())));
    one.happened(CaseEvent.PutThrough.class)
        .filter(it -> it.by().equals(contact.by()) && !it.at().isBefore(contact.at()))
        .map(it -> frame.say("desk.became.through", names.of(it.to())))
        .distinct()
        .forEach(all::add);
    List<Promise> calls = one.promises().stream().filter(it -> it.callback() != null).toList();
    calls.stream()
        .filter(it -> it.open() || !it.endedAt().isBefore(contact.at()))
        .forEach(it -> all.addAll(called(one, it)));
    if (calls.stream().noneMatch(Promise::open)) {
      all.add(rest(contact, one));
    }
    return all;
  }

  private List<String> called(Case one, Promise promise) {
    boolean late = promise.open() && frame.moments().past(promise.due());
    String by = promise.open() ? one.ownerOf(promise) : promise.endedBy();
    String state =
        frame.say(
            "calls.state." + (late ? "late" : promise.state()),
            frame.moments().say(promise.open() ? promise.due() : promise.endedAt()),
            names.of(by));
    List<Attempt> tried = promise.callback().attempts();
    if (!promise.open() || tried.isEmpty()) {
      return List.of(state);
    }
    Attempt last = tried.get(tried.size() - 1);
    return List.of(
        state,
        frame.say(
            "today.tried",
            tried.size(),
            frame.say("work.attempt." + last.outcome()),
            frame.moments().say(last.at())));
  }

  /** Whether it is answered, beside a call. */
  private String rest(Contact contact, Case one) {
    if (!one.open()) {
      return frame.say("desk.became.closed");
    }
    Optional<Promise> first =
        one.openPromises().stream().min(java.util.Comparator.comparing(Promise::attentionAt));
    if (first.isPresent()) {
      return frame.say("desk.due." + first.get().kind(), names.of(one.ownerOf(first.get())))
          + " "
          + frame.moments().say(first.get().due());
    }
    return one.promises().stream()
            .anyMatch(
                it -> it.state() == Promise.State.KEPT && !it.endedAt().isBefore(contact.at()))
        ? frame.say("desk.became.answered")
        : frame.say("desk.became.nothing");
  }
}
