package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.promise.CallTimes;
import nl.aanspreekpunt.promise.CallbackRequest;
import nl.aanspreekpunt.promise.Promise;

/** What the requests to be called in a case come to. */
public final class Calling {
  private Calling() {}

  /** Asked in a message from this address, for this number, or on behalf of who it is about. */
  public static boolean theirs(Case one, Participant participant, Promise promise) {
    boolean called =
        promise.callback() != null
            && promise.callback().phone().equals(participant.address().value());
    boolean asked =
        one.happened(CaseEvent.Received.class)
            .filter(in -> in.receipt().equals(promise.seen()))
            .anyMatch(in -> participant.link().equals(in.link()));
    return called || asked || (promise.seen() == null && participant.link().equals(one.contact()));
  }

  /**
   * When to call: while its owner works, when they do before it is due; else while the team does.
   */
  public static CallTimes times(Case one, Promise promise, Moment moment) {
    return times(one.ownerOf(promise), one.team(), promise, moment);
  }

  static CallTimes times(String owner, String team, Promise promise, Moment moment) {
    Directory directory = moment.directory();
    boolean theirs =
        !promise.open()
            || directory.works(owner, moment.now(), Minding.before(promise.due(), team, moment));
    return new CallTimes(theirs ? directory.hours(owner) : directory.clock(team), directory.zone());
  }

  /** Whoever took a request stays on record, also when another asks again (official ids). */
  static List<String> takers(Case before, List<Promise> promises, Directory directory) {
    Set<String> all = new LinkedHashSet<>(before.takers());
    promises.stream()
        .map(Promise::callback)
        .filter(asked -> asked != null && directory.official(asked.requestedBy()).isPresent())
        .forEach(asked -> all.add(asked.requestedBy()));
    return List.copyOf(all);
  }

  /** Where somebody is still to be called (E.164). */
  static List<String> numbers(List<Promise> promises) {
    return promises.stream()
        .filter(Promise::open)
        .map(Promise::callback)
        .filter(Objects::nonNull)
        .map(CallbackRequest::phone)
        .distinct()
        .toList();
  }

  /** When the first of the calls comes that are still to be made; null when none is. */
  static Instant soonest(List<Promise> promises) {
    return promises.stream()
        .filter(one -> one.open() && one.callback() != null)
        .map(Promise::attentionAt)
        .min(Instant::compareTo)
        .orElse(null);
  }

  /** One promise that goes on with what was asked in both; the latest wish counts. */
  static Promise together(Promise goesOn, Promise other) {
    return goesOn.callback() == null || other.callback() == null
        ? goesOn
        : goesOn.withCallback(said(goesOn).with(said(other)));
  }

  private static CallbackRequest said(Promise one) {
    return one.callback().preferredAt() == null
        ? one.callback().preferredSince(one.madeAt())
        : one.callback();
  }
}
