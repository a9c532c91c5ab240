package nl.aanspreekpunt.web.work;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Holding;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Revoking;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.atwork.Working;
import nl.aanspreekpunt.web.work.texting.Composing;
import nl.aanspreekpunt.web.work.texting.TextingNow;

/** Who the citizen of a case is, in a glance. */
record CardView(Frame frame, Names names, Case one, TextingNow texting) {
  /**
   * @param known who the citizen is known as
   * @param others of their cases, those that this reader may know to be there
   */
  Working.Card of(List<Identity> known, List<WorkingView.Others> others) {
    Set<String> shared =
        known.stream().filter(Identity::shared).map(Identity::id).collect(Collectors.toSet());
    long met =
        Holding.met(
            Stream.concat(
                    Stream.of(one),
                    others.stream().filter(WorkingView.Others::acts).map(WorkingView.Others::one))
                .toList());
    return new Working.Card(
        one.participants().stream().map(who -> contact(who, shared)).toList(),
        frame.say("case.card.language." + ("en".equals(one.language()) ? "en" : "nl")),
        channels(),
        frame.say("case.card.met", one.met().size(), met),
        others.stream().map(this::other).toList());
  }

  private String channels() {
    return one.happened(CaseEvent.Received.class)
        .map(CaseEvent.Received::channel)
        .filter(Objects::nonNull)
        .distinct()
        .map(channel -> frame.say("work.channel." + channel))
        .collect(Collectors.joining(", "));
  }

  private Working.Other other(WorkingView.Others other) {
    Case there = other.one();
    String state =
        frame.say(there.open() ? "case.open" : "case.closed") + ", " + names.of(there.official());
    return new Working.Other(
        there.id(),
        other.subject() ? names.subject(there) : null,
        there.id().equals(one.suggested()) ? frame.say("case.belongs") + " " + state : state,
        other.acts() && there.open());
  }

  private CasePage.Contact contact(Participant who, Set<String> shared) {
    boolean phone = who.address().kind() == Address.Kind.PHONE;
    return new CasePage.Contact(
        who.link(),
        names.participant(who),
        names.address(who.address()),
        phone ? who.address().value() : null,
        Revoking.somebodyHas(one, who.link()),
        shared.contains(who.address().id()),
        one.care()
            .linked(who.link())
            .map(it -> frame.say(it.decides() ? "case.linked.decides" : "case.linked"))
            .orElse(null),
        Composing.stopped(frame, texting, who));
  }
}
