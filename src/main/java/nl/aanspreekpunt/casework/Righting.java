package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;

/**
 * A case is another citizen's than was thought: who stood for the wrong one because they answered
 * in it does so no longer, and stands for the right one. The case says so first, in the write that
 * corrects its citizen; then the citizens' records follow. What a crash leaves half done the clock
 * goes on with.
 */
public final class Righting {
  private static final int CASES = 50;

  private final Casework casework;
  private final Cases cases;
  private final Identities identities;
  private final ContactFollows contact;

  public Righting(Cases cases, Casework casework, Identities identities) {
    this.cases = cases;
    this.casework = casework;
    this.identities = identities;
    this.contact = new ContactFollows(cases, casework, identities);
  }

  /**
   * Who stands for its citizen for nothing but this case: topic id (or "general") to official id.
   * Nobody whom a person chose, and nobody who answered the citizen in another case about it too.
   */
  public Future<Map<String, String>> standing(Case one) {
    return identities
        .ofCitizen(one.citizen())
        .compose(
            known ->
                carried(known, one.citizen(), one.id())
                    .map(carried -> standing(known, one.id(), carried)));
  }

  private static Map<String, String> standing(
      List<Identity> known, String number, Map<String, String> carried) {
    Map<String, String> all = new TreeMap<>();
    known.forEach(
        identity ->
            identity.through(number).stream()
                .filter(topic -> !carried.containsKey(topic))
                .forEach(topic -> all.put(topic, identity.standing().get(topic))));
    return all;
  }

  /** The decision, once what follows from it was done. */
  public Future<Decision> finish(Decision decision) {
    if (decision instanceof Decision.Refused) {
      return Future.succeededFuture(decision);
    }
    Case one =
        decision instanceof Decision.Changed changed
            ? changed.after()
            : ((Decision.Unchanged) decision).as();
    return one.owed() == null
        ? Future.succeededFuture(decision)
        : goOn(one)
            .map(
                after ->
                    decision instanceof Decision.Changed
                        ? new Decision.Changed(after)
                        : new Decision.Unchanged(after));
  }

  /** Does what is owed; the case as it is then. */
  Future<Case> goOn(Case one) {
    Owed owed = one.owed();
    if (owed.ofContact()) {
      return contact.follows(one).compose(done -> righted(one.id(), owed));
    }
    return identities
        .ofCitizen(owed.from())
        .compose(known -> carried(known, owed.from(), one.id()))
        .compose(carried -> identities.withdraw(owed.from(), one.id(), carried))
        .compose(done -> identities.restore(one.citizen(), one.id(), owed.standing()))
        .compose(done -> answered(one))
        .compose(
            by ->
                by.map(it -> identities.answered(one.citizen(), one.topic(), it, one.id()))
                    .orElseGet(Future::succeededFuture))
        .compose(done -> righted(one.id(), owed));
  }

  private Future<Case> righted(String number, Owed owed) {
    return casework
        .change(number, new Righted(owed))
        .map(
            decision ->
                decision instanceof Decision.Changed changed
                    ? changed.after()
                    : ((Decision.Unchanged) decision).as());
  }

  /** Topics on which who stands because of this case answered in another as well: its number. */
  private Future<Map<String, String>> carried(List<Identity> known, String citizen, String number) {
    Map<String, List<String>> who = new HashMap<>();
    known.forEach(
        identity ->
            identity
                .through(number)
                .forEach(
                    topic ->
                        who.put(
                            topic,
                            Stream.of(
                                    identity.standing().get(topic),
                                    Optional.ofNullable(identity.handed().get(topic))
                                        .map(Identity.Handed::from)
                                        .orElse(null))
                                .filter(Objects::nonNull)
                                .toList())));
    if (who.isEmpty()) {
      return Future.succeededFuture(Map.of());
    }
    return cases
        .ofCitizen(citizen, CASES)
        .compose(
            all -> {
              Future<Map<String, String>> carried = Future.succeededFuture(new HashMap<>());
              for (Case other : all) {
                String topic = Identity.key(other.topic());
                if (!other.id().equals(number) && who.containsKey(topic)) {
                  carried = carried.compose(found -> also(found, topic, who.get(topic), other));
                }
              }
              return carried;
            });
  }

  private Future<Map<String, String>> also(
      Map<String, String> found, String topic, List<String> officials, Case other) {
    return answerers(other)
        .map(
            by -> {
              if (by.anyMatch(officials::contains)) {
                found.put(topic, other.id());
              }
              return found;
            });
  }

  private Future<Optional<String>> answered(Case one) {
    return answerers(one).map(all -> all.reduce((earlier, later) -> later));
  }

  /** Who answered or spoke with the citizen, oldest first (official ids). */
  private Future<Stream<String>> answerers(Case one) {
    return new Messages(cases).course(one).map(all -> all.stream().flatMap(Righting::by));
  }

  private static Stream<String> by(CaseEvent event) {
    if (event instanceof CaseEvent.Replied reply) {
      return Stream.of(reply.by());
    }
    if (event instanceof CaseEvent.Held held) {
      return Stream.of(held.by());
    }
    return event instanceof CaseEvent.Talked talk ? Stream.of(talk.by()) : Stream.empty();
  }

  /** Nothing is owed any more. */
  private record Righted(Owed owed) implements Act {
    @Override
    public Decision on(Case before, Moment moment) {
      if (!owed.equals(before.owed())) {
        return new Decision.Unchanged(before);
      }
      Draft draft = new Draft(before, moment);
      draft.owed = null;
      return draft.done();
    }
  }
}
