package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.official.Topic;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.Rung;

/**
 * What a named person said of a case was a mistake: it is as it was before. That they said it stays
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
    return said(before, what)
        .map(
            event ->
                event instanceof CaseEvent.TopicCorrected corrected
                    ? topic(before, corrected, moment)
                    : doubt(before, (CaseEvent.Confirmed) event, moment))
        .orElseGet(() -> Decision.refused(NOTHING));
  }

  /** What there is to put back: the last that was said, as far as the latest events tell. */
  public static Optional<CaseEvent> said(Case one, What what) {
    List<CaseEvent> all = said(one.events(), what);
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.get(all.size() - 1)).filter(event -> stands(one, event));
  }

  /** All that was said and not put back. */
  private static List<CaseEvent> said(List<CaseEvent> events, What what) {
    Deque<CaseEvent> all = new ArrayDeque<>();
    for (CaseEvent event : events) {
      if (event instanceof CaseEvent.PutBack back && back.what().equals(what.name())) {
        all.pollLast();
      } else if (is(event, what)) {
        all.addLast(event);
      }
    }
    return List.copyOf(all);
  }

  /** What the matcher learned from it (lesson ids). */
  public static List<String> taught(Case one, What what) {
    return said(one, what)
        .map(
            event ->
                event instanceof CaseEvent.TopicCorrected corrected
                    ? corrected.taught()
                    : ((CaseEvent.Confirmed) event).taught())
        .orElse(List.of());
  }

  private static boolean is(CaseEvent event, What what) {
    return what == What.TOPIC
        ? event instanceof CaseEvent.TopicCorrected
        : event instanceof CaseEvent.Confirmed;
  }

  /** Nothing else came over it since. */
  private static boolean stands(Case one, CaseEvent event) {
    return event instanceof CaseEvent.TopicCorrected corrected
        ? corrected.to().equals(one.topic())
        : one.route().confirmedBy() != null && !one.route().uncertain();
  }

  private Decision doubt(Case before, CaseEvent.Confirmed sure, Moment moment) {
    Draft draft = new Draft(before, moment);
    draft.route(before.route().doubted());
    draft.suggest(sure.suggested());
    draft.event(new CaseEvent.PutBack(moment.now(), by, what.name()));
    return draft.done();
  }

  private Decision topic(Case before, CaseEvent.TopicCorrected corrected, Moment moment) {
    Optional<Topic> was = Optional.ofNullable(corrected.from()).flatMap(moment.directory()::topic);
    if (corrected.from() != null && was.isEmpty()) {
      return Decision.refused("no-such-topic", "topic");
    }
    boolean formal = classed(before, corrected) && before.legalClass() == LegalClass.FORMAL;
    if (formal && (reason == null || reason.isBlank())) {
      return Decision.refused("informal-reason-needed", "reason");
    }
    if (formal && reason.length() > Renewing.LONGEST) {
      return Decision.refused("reason-too-long", "reason");
    }
    Draft draft = new Draft(before, moment);
    boolean confidential = was.map(Topic::confidential).orElse(false);
    draft.filed = new Filed(corrected.from(), confidential, earlier(before, corrected));
    draft.event(new CaseEvent.PutBack(moment.now(), by, what.name()));
    if (Dues.urgent(moment, corrected.to()) && !Dues.urgent(moment, corrected.from())) {
      draft.promises.change(one -> one.open() && !raised(one) ? one.calm() : one);
    }
    giveBack(draft, corrected);
    if (formal) {
      new Unclassing(by, reason).in(draft);
    }
    return draft.done();
  }

  /** It was because of the topic that it became a formal message. */
  private static boolean classed(Case before, CaseEvent.TopicCorrected corrected) {
    return before
        .happened(CaseEvent.Classed.class)
        .anyMatch(one -> one.at().equals(corrected.at()) && one.by().equals(corrected.by()));
  }

  private static boolean raised(Promise one) {
    return one.steps().stream()
        .anyMatch(step -> step.does().equals(Rung.Does.RAISE_URGENCY.name()));
  }

  /** When it was last said before, of the topic that it has again. Null: never. */
  private static Instant earlier(Case before, CaseEvent.TopicCorrected corrected) {
    return said(before.events(), What.TOPIC).stream()
        .map(CaseEvent.TopicCorrected.class::cast)
        .filter(one -> !one.equals(corrected) && one.to().equals(corrected.from()))
        .reduce((first, then) -> then)
        .map(CaseEvent.TopicCorrected::at)
        .orElse(null);
  }

  /** To whom it went from, or who took their place, unless it went on since. */
  private void giveBack(Draft draft, CaseEvent.TopicCorrected corrected) {
    List<Responsibility> all = draft.before.responsibilities();
    Responsibility last = all.get(all.size() - 1);
    if (all.size() > 1 && last.from().equals(corrected.at())) {
      String had = all.get(all.size() - 2).official();
      String back = draft.directory().successorOf(had, draft.now(), draft.before.barred()).id();
      if (!back.equals(draft.responsible())) {
        String why = by.equals(draft.responsible()) ? "handover" : "reassigned";
        new Reassigning(back, by, why, "").pass(draft, null);
      }
    }
  }
}
