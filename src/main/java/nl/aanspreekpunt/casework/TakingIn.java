package nl.aanspreekpunt.casework;

import java.util.HashMap;
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
    Map<String, String> numbers = new HashMap<>();
    for (Promise promise : other.openPromises()) {
      Promise here = draft.promises.adopt(promise);
      numbers.put(promise.id(), here.id());
      other
          .care()
          .talks()
          .of(promise.id())
          .map(it -> it.under(here.id()))
          .ifPresent(it -> come(draft, it));
    }
    other
        .care()
        .talks()
        .cautions()
        .forEach(one -> draft.care(draft.care().with(draft.care().talks().with(one))));
    new ComingAlong(draft, other, by).take(numbers);
    draft.event(new CaseEvent.Joined(moment.now(), by, other.id(), true));
    tellWho(draft, other, other.openPromises());
    return draft.done();
  }

  private static void come(Draft draft, Appointment one) {
    draft.care(draft.care().with(draft.care().talks().with(one)));
  }

  private void messages(Draft draft) {
    other.messages().forEach(one -> message(draft, other, one));
    List<String> back =
        other.messages().stream()
            .map(CaseEvent.Received::receipt)
            .filter(one -> draft.before.wentTo(one).isPresent())
            .toList();
    if (!back.isEmpty()) {
      draft.event(new CaseEvent.Parted(draft.now(), by, other.id(), back, true));
    }
  }

  /**
   * A message of another case, with whoever sent it; what was among the latest here stands already.
   */
  static void message(Draft draft, Case other, CaseEvent.Received one) {
    boolean stands =
        draft
            .before
            .happened(CaseEvent.Received.class)
            .anyMatch(it -> it.receipt().equals(one.receipt()));
    if (stands) {
      return;
    }
    String link =
        other
            .participant(one.link() == null ? "" : one.link())
            .map(from -> draft.heardFrom(from.address(), from.name(), asked(draft, other, from)))
            .map(Participant::link)
            .orElseGet(() -> reached(draft, other));
    draft.event(new CaseEvent.Received(one.at(), one.receipt(), one.channel(), link));
  }

  /** What came from another's address is shown to nobody, but whose it is has to be told. */
  private static String reached(Draft draft, Case other) {
    if (!other.former().isEmpty() && other.contact() != null) {
      other
          .participant(other.contact())
          .ifPresent(to -> draft.heardFrom(to.address(), to.name(), asked(draft, other, to)));
    }
    return null;
  }

  /** Null when that is how the case here is called. */
  private static String asked(Draft draft, Case other, Participant from) {
    String subject = other.subjectFor(from);
    return Objects.equals(subject, draft.before.subject()) ? null : subject;
  }

  /** Tells the citizen when they were told of somebody else than who is to do it here. */
  static void tellWho(Draft draft, Case other, List<Promise> promises) {
    Set<String> told =
        Stream.concat(
                Stream.of(other.actingNow().map(Acting::official).orElse(other.official())),
                promises.stream().map(other::ownerOf))
            .collect(Collectors.toSet());
    Set<String> here =
        Stream.concat(
                Stream.of(draft.responsible()), draft.promises.open().stream().map(draft::ownerOf))
            .collect(Collectors.toSet());
    if (!here.containsAll(told)) {
      Map<String, String> facts = new TreeMap<>();
      facts.put("from", other.official());
      facts.put("reason", "joined");
      facts.putAll(Dues.first(draft.promises.open()));
      draft.tell().citizen(Notice.Kind.NEW_OFFICIAL, draft.responsible(), facts);
    }
  }
}
