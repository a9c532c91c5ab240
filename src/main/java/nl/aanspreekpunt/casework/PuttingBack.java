package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.aanspreekpunt.official.Topic;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.Rung;

/**
 * What a named person said of a case was a mistake: it is as it was before, as long as it is open.
 * Where something else came over it since, that stands and it is refused. That they said it stays
 * in the history, and no due time moves.
 *
 * @param by official id
 * @param reason told to the citizen, who was promised a decision because of the mistake; null when
 *     they were not
 */
public record PuttingBack(What what, String by, String reason) implements Act {
  static final String NOTHING = "nothing-to-put-back";

  /** What was said. */
  public enum What {
    /** That it is about another topic. */
    TOPIC,
    /** That an uncertain message is what it says, or a question of its own. */
    OWN
  }

  @Override
  public Decision on(Case before, Moment moment) {
    if (before.joined()) {
      return Decision.refused(GoingOver.ELSEWHERE);
    }
    if (!before.open()) {
      return Decision.refused("closed");
    }
    if (before.underWay()) {
      return Decision.refused(GoingApart.UNDER_WAY);
    }
    Optional<Said> last = said(before, what);
    return last.flatMap(one -> since(before, one))
        .map(Decision::refused)
        .or(
            () ->
                last.map(
                    one ->
                        one instanceof Said.OfTopic topic
                            ? topic(before, topic, moment)
                            : match(before, (Said.OfMatch) one, moment)))
        .orElseGet(() -> Decision.refused(NOTHING));
  }

  /** What was said last and not put back. */
  public static Optional<Said> said(Case one, What what) {
    return one.said().stream().filter(it -> it.what() == what).reduce((earlier, later) -> later);
  }

  /** What happened since, so that it cannot be put back (a code); empty when nothing did. */
  public static Optional<String> since(Case one, Said said) {
    if (said instanceof Said.OfTopic topic) {
      return topic.to().equals(one.topic()) ? Optional.empty() : Optional.of("topic-since");
    }
    String citizen = ((Said.OfMatch) said).citizen();
    if (one.route().uncertain() || one.route().confirmedBy() == null) {
      return Optional.of(NOTHING);
    }
    return citizen == null || citizen.equals(one.citizen())
        ? Optional.empty()
        : Optional.of("citizen-since");
  }

  private Decision match(Case before, Said.OfMatch sure, Moment moment) {
    Draft draft = new Draft(before, moment);
    draft.route(before.route().doubted());
    draft.suggest(sure.suggested());
    draft.event(new CaseEvent.PutBack(moment.now(), by, what.name()));
    draft.said = Said.without(draft.said, sure);
    if (sure.stranger() != null) {
      theirs(draft, sure.stranger());
    }
    return draft.done();
  }

  /** It is of who was taken for its citizen after all. */
  private void theirs(Draft draft, Said.Stranger one) {
    String from = draft.citizen;
    draft.citizen = one.citizen();
    draft.owed = new Owed(from, one.standing());
    draft.event(new CaseEvent.CitizenCorrected(draft.now(), by, from, one.citizen()));
    new TreeMap<>(one.standing())
        .forEach(
            (topic, official) ->
                draft.event(
                    new CaseEvent.Stands(draft.now(), by, Standing.topic(topic), null, official)));
    one.links().stream()
        .filter(it -> stillOff(draft.before, it.link(), one.at()))
        .forEach(it -> draft.revoked(it.link(), it.before()));
  }

  /** And no other link went there since. */
  private static boolean stillOff(Case before, String link, Instant at) {
    return before.participant(link).filter(it -> at.equals(it.revokedAt())).isPresent()
        && !Revoking.somebodyHas(before, link);
  }

  private Decision topic(Case before, Said.OfTopic said, Moment moment) {
    Optional<Topic> was = Optional.ofNullable(said.from()).flatMap(moment.directory()::topic);
    if (said.from() != null && was.isEmpty()) {
      return Decision.refused("no-such-topic", "topic");
    }
    if (wentOn(before, said, moment)) {
      return Decision.refused("went-on-since");
    }
    boolean formal = said.formal() && before.legalClass() == LegalClass.FORMAL;
    if (formal && (reason == null || reason.isBlank())) {
      return Decision.refused("informal-reason-needed", "reason");
    }
    if (formal && reason.length() > Renewing.LONGEST) {
      return Decision.refused("reason-too-long", "reason");
    }
    Draft draft = new Draft(before, moment);
    boolean confidential = was.map(Topic::confidential).orElse(false);
    draft.filed = new Filed(said.from(), confidential, said.correctedAt());
    draft.event(new CaseEvent.PutBack(moment.now(), by, what.name()));
    draft.said = Said.without(draft.said, said);
    if (Dues.urgent(moment, said.to()) && !Dues.urgent(moment, said.from())) {
      draft.promises.change(one -> one.open() && !raised(one) ? one.calm() : one);
    }
    giveBack(draft, said);
    if (formal) {
      new Unclassing(by, reason).in(draft);
    }
    return draft.done();
  }

  private static boolean raised(Promise one) {
    return one.steps().stream()
        .anyMatch(step -> step.does().equals(Rung.Does.RAISE_URGENCY.name()));
  }

  /** Somebody else has it than who got it because of its topic, or who took their place. */
  private static boolean wentOn(Case before, Said.OfTopic said, Moment moment) {
    return said.passedTo() != null
        && Stream.of(said.official(), said.passedTo())
            .noneMatch(
                one ->
                    one.equals(before.official())
                        || successor(before, one, moment).equals(before.official()));
  }

  /** To whom it went from, or who took their place. */
  private void giveBack(Draft draft, Said.OfTopic said) {
    if (said.passedTo() == null) {
      return;
    }
    String back = successor(draft.before, said.official(), draft.moment);
    if (!back.equals(draft.responsible())) {
      String why = by.equals(draft.responsible()) ? "handover" : "reassigned";
      new Reassigning(back, by, why, "").pass(draft, null);
    }
    if (back.equals(said.official()) && said.team() != null) {
      draft.team(said.team());
    }
  }

  private static String successor(Case before, String official, Moment moment) {
    return moment.directory().successorOf(official, moment.now(), before.barred()).id();
  }
}
