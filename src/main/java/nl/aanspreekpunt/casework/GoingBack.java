package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.outbox.Notice;

/**
 * A departure is undone: what moved goes back to the official who stays after all, unless somebody
 * did something in it since. No due time moves.
 *
 * @param told the one notice that the citizen gets
 */
record GoingBack(Handover undone, Together told) implements Act {
  static final String REASON = "undone";

  /** Whether it moved by this departure and nobody acted since. */
  static boolean goesBack(Case one, Handover undone) {
    List<Responsibility> all = one.responsibilities();
    if (!one.open() || all.size() < 2) {
      return false;
    }
    Responsibility now = all.get(all.size() - 1);
    return now.reason().equals("departure")
        && !now.from().isBefore(undone.markedAt())
        && all.get(all.size() - 2).official().equals(undone.id())
        && one.events().stream()
            .filter(event -> event.at().isAfter(now.from()))
            .noneMatch(GoingBack::ofSomebody);
  }

  /** Whether it is back already: then its citizen may not have been told of it yet. */
  static boolean wentBack(Case one, Handover undone) {
    Responsibility now = one.responsibilities().get(one.responsibilities().size() - 1);
    return one.open()
        && now.reason().equals(REASON)
        && now.official().equals(undone.id())
        && undone.backAt() != null
        && !now.from().isBefore(undone.backAt());
  }

  /** Whether somebody did something themselves in a case since it came to them, then or later. */
  static boolean worked(Case one, String official, Instant since) {
    List<CaseEvent> events = one.events();
    int came = 0;
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof CaseEvent.HandedOver over && over.to().equals(official)) {
        came = i + 1;
      }
    }
    return events.subList(came, events.size()).stream()
        .filter(event -> !event.at().isBefore(since) && ofSomebody(event))
        .anyMatch(event -> !(event instanceof CaseEvent.HandedOver) && by(event, official));
  }

  private static boolean by(CaseEvent event, String official) {
    return event instanceof CaseEvent.Replied replied
        ? replied.by().equals(official)
        : event instanceof CaseEvent.Tried tried
            ? tried.by().equals(official)
            : event instanceof CaseEvent.Noted noted
                ? noted.by().equals(official)
                : !(event instanceof CaseEvent.Promised);
  }

  /** What a person did: not what came in, what the clock did or what a provider said. */
  private static boolean ofSomebody(CaseEvent event) {
    return event instanceof CaseEvent.Replied
        || event instanceof CaseEvent.Tried
        || event instanceof CaseEvent.Talked
        || event instanceof CaseEvent.Held
        || event instanceof CaseEvent.Noted
        || event instanceof CaseEvent.Closed
        || event instanceof CaseEvent.HandedOver
        || (event instanceof CaseEvent.Promised made
            && !made.by().equals("hub")
            && !made.by().equals("citizen"));
  }

  @Override
  public Decision on(Case before, Moment moment) {
    if (!goesBack(before, undone)
        || !moment.directory().employed(undone.id(), moment.now())
        || before.barred().contains(undone.id())) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    String from = before.official();
    draft.responsible(undone.id(), REASON, undone.by());
    draft.event(new CaseEvent.HandedOver(moment.now(), undone.by(), from, undone.id(), REASON, ""));
    Map<String, String> facts = new TreeMap<>(told.facts());
    facts.put("from", from);
    facts.put("reason", REASON);
    facts.putAll(Dues.first(draft.promises.open()));
    draft.tell().under(told.entry()).citizen(Notice.Kind.NEW_OFFICIAL, undone.id(), facts);
    draft
        .tell()
        .official(undone.id(), Notice.Kind.HANDED_OVER, Map.of("from", from, "reason", REASON));
    return draft.done();
  }
}
