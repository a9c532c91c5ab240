package nl.aanspreekpunt.web.work.chafe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.chafe.Standing;
import nl.aanspreekpunt.casework.chafe.Step;
import nl.aanspreekpunt.friction.Friction;
import nl.aanspreekpunt.friction.FrictionWork;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.Names;

/** From a friction to what its reader sees of it. */
final class FrictionView {
  private final Frame frame;
  private final Moment moment;
  private final Names names;

  FrictionView(Frame frame, Moment moment) {
    this.frame = frame;
    this.moment = moment;
    this.names = new Names(moment.directory(), frame.words());
  }

  /** What is read of one. */
  record Read(
      Friction one,
      Optional<Case> policy,
      Optional<Friction> into,
      List<Friction> others,
      Map<String, Case> cases,
      List<FrictionWork.Alike> alike) {}

  FrictionsPage.Row row(Friction one, Optional<Case> policy) {
    return new FrictionsPage.Row(
        one.id(), one.report().rule(), one.report().what(), state(one), owner(policy));
  }

  String state(Friction one) {
    return frame.say(
        "frictions.since",
        frame.say("frictions.state." + one.state()),
        frame.moments().say(one.at()));
  }

  /** Who answers, and by when. */
  String owner(Optional<Case> policy) {
    return policy
        .map(one -> Standing.of("", "", one, List.of()))
        .filter(now -> now.due() != null)
        .map(
            now ->
                frame.say(
                    now.due().isBefore(moment.now()) ? "frictions.owner.late" : "frictions.owner",
                    names.of(now.owner()),
                    frame.moments().say(now.due())))
        .orElse(null);
  }

  Access access(Case one) {
    return Access.of(one, frame.viewer().official(), frame.viewer().roles(), moment);
  }

  /** Its answer is theirs to give. */
  boolean answers(Read read) {
    return read.policy().filter(one -> access(one).mayAct()).isPresent();
  }

  /** Says that two are the same, or not: who reported it, who answers it, who leads. */
  boolean gathers(Friction one, Optional<Case> policy) {
    return one.report().by().equals(frame.viewer().official().id())
        || frame.viewer().leads()
        || policy.filter(there -> access(there).mayAct()).isPresent();
  }

  FrictionPage page(Read read, boolean open, Form form, List<FieldError> errors, String problem) {
    Friction one = read.one();
    boolean own = !one.gathered();
    boolean answers = own && answers(read);
    boolean gathers = own && !one.ended() && read.others().isEmpty();
    List<FrictionPage.Told> reports = new ArrayList<>();
    reports.add(told(one, read, false));
    read.others().forEach(other -> reports.add(told(other, read, true)));
    return new FrictionPage(
        frame,
        one.id(),
        one.report().rule(),
        state(one),
        read.into()
            .map(into -> new FrictionPage.Other(into.id(), into.report().rule(), ""))
            .orElse(null),
        own ? owner(read.policy()) : null,
        answers ? one.number() : null,
        reports,
        one.steps().stream().map(this::taken).toList(),
        gathers && gathers(one, read.policy())
            ? read.alike().stream().map(this::other).toList()
            : List.of(),
        answers ? states(one, form) : List.of(),
        own && !one.ended() && frame.viewer().leads() ? owners(read.policy()) : List.of(),
        open,
        one.plain(),
        form,
        errors,
        problem);
  }

  private FrictionPage.Told told(Friction one, Read read, boolean gathered) {
    String about = one.report().about();
    boolean reads =
        about != null
            && Optional.ofNullable(read.cases().get(about))
                .filter(c -> access(c).mayAct())
                .isPresent();
    String helps = one.report().helps();
    return new FrictionPage.Told(
        one.id(),
        names.of(one.report().by()),
        one.report().at(),
        one.report().rule(),
        one.report().what(),
        helps.isBlank() ? null : helps,
        about != null,
        reads ? about : null,
        (gathered || one.gathered()) && gathers(one, read.policy()));
  }

  private FrictionPage.Taken taken(Step step) {
    String text = frame.say("event.FrictionMoved." + step.state(), names.of(step.by()));
    return new FrictionPage.Taken(step.at(), text, step.state().says() ? step.words() : null);
  }

  private FrictionPage.Other other(FrictionWork.Alike alike) {
    String words = String.join(", ", alike.shared().words());
    return new FrictionPage.Other(alike.friction().id(), alike.friction().report().rule(), words);
  }

  private List<Choice> states(Friction one, Form form) {
    return Stream.of(Step.State.LOOKED_AT, Step.State.TRIED, Step.State.CHANGED, Step.State.STAYS)
        .filter(state -> state != one.state() || state == Step.State.TRIED)
        .map(
            state ->
                new Choice(
                    state.name(),
                    frame.say("frictions.say." + state),
                    state.name().equals(form.get("state"))))
        .toList();
  }

  private List<Choice> owners(Optional<Case> policy) {
    String now = policy.map(Case::official).orElse("");
    return moment.directory().officials().stream()
        .filter(one -> moment.directory().employed(one.id(), moment.now()))
        .filter(one -> !one.id().equals(now))
        .map(one -> new Choice(one.id(), one.name() + ", " + one.function(), false))
        .toList();
  }
}
