package nl.aanspreekpunt.casework;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.outbox.Notice;

/**
 * The messages and promises of another case come here, once. No due time moves.
 *
 * @param other as it was claimed: nothing comes to it any more
 */
record TakingIn(Case other, String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if (before.tookIn(other.id())) {
      return new Decision.Unchanged(before);
    }
    if (before.joined()) {
      return Decision.refused(GoingOver.ELSEWHERE, "into");
    }
    Draft draft = new Draft(before, moment);
    if (!before.open()) {
      draft.reopen(by, "joined");
    }
    messages(draft);
    other.met().forEach(draft::met);
    Undelivered.in(other).forEach(lost -> draft.event(lost.failure()));
    if (!other.openPromises().isEmpty()) {
      Waiting.joined(draft);
    }
    other.openPromises().forEach(draft.promises::adopt);
    draft.event(new CaseEvent.Joined(moment.now(), by, other.id(), true));
    if (changesWho(draft)) {
      draft.tell().citizen(Notice.Kind.NEW_OFFICIAL, draft.responsible(), facts(draft));
    }
    return draft.done();
  }

  private void messages(Draft draft) {
    for (CaseEvent event : other.events()) {
      if (event instanceof CaseEvent.Received received && !draft.before.holds(received.receipt())) {
        String link =
            other
                .participant(received.link() == null ? "" : received.link())
                .map(one -> draft.heardFrom(one.address(), one.name()).link())
                .orElse(null);
        draft.event(
            new CaseEvent.Received(received.at(), received.receipt(), received.channel(), link));
      }
    }
  }

  /** Whether the citizen was told of somebody else than who is to do it here. */
  private boolean changesWho(Draft draft) {
    Set<String> told =
        Stream.concat(
                Stream.of(other.actingNow().map(Acting::official).orElse(other.official())),
                other.openPromises().stream().map(other::ownerOf))
            .collect(Collectors.toSet());
    Set<String> here =
        Stream.concat(
                Stream.of(draft.responsible()), draft.promises.open().stream().map(draft::ownerOf))
            .collect(Collectors.toSet());
    return !here.containsAll(told);
  }

  private Map<String, String> facts(Draft draft) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("from", other.official());
    facts.put("reason", "joined");
    facts.putAll(Dues.first(draft.promises.open()));
    return facts;
  }
}
