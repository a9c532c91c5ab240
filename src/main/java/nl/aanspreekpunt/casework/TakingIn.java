package nl.aanspreekpunt.casework;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;

/**
 * The messages and promises of another case come here. No due time moves. Again: what came to the
 * other since.
 */
record TakingIn(Case other, String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if (before.joined() || other.joined()) {
      return before.tookIn(other.id())
          ? new Decision.Unchanged(before)
          : Decision.refused("joined-elsewhere", "into");
    }
    if (!before.barred().equals(other.barred())) {
      return Decision.refused("complaint-stays-apart", "into");
    }
    boolean again = before.tookIn(other.id());
    List<Promise> promises =
        other.openPromises().stream().filter(one -> !(again && here(one, before))).toList();
    if (again && promises.isEmpty() && nothingNew(before)) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    if (!before.open()) {
      draft.reopen(by, "joined");
    }
    messages(draft);
    promises.forEach(draft::adopt);
    if (!again) {
      draft.event(new CaseEvent.Joined(moment.now(), by, other.id(), true));
    }
    if (!again && changesWho(draft)) {
      draft.tell().citizen(Notice.Kind.NEW_OFFICIAL, draft.responsible(), facts(draft));
    }
    return draft.done();
  }

  /** It came here before, or one that is due no later stands for it and waits for the same. */
  private static boolean here(Promise promise, Case before) {
    return before.promises().stream()
        .filter(one -> one.kind() == promise.kind() && !one.due().isAfter(promise.due()))
        .anyMatch(one -> Objects.equals(one.seen(), promise.seen()));
  }

  private boolean nothingNew(Case before) {
    return other.events().stream()
        .noneMatch(e -> e instanceof CaseEvent.Received one && !before.holds(one.receipt()));
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
                Stream.of(draft.responsible()), draft.openPromises().stream().map(draft::ownerOf))
            .collect(Collectors.toSet());
    return !here.containsAll(told);
  }

  private Map<String, String> facts(Draft draft) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("from", other.official());
    facts.put("reason", "joined");
    facts.putAll(Dues.first(draft.openPromises()));
    return facts;
  }
}
