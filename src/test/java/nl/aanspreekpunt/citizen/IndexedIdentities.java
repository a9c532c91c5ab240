package nl.aanspreekpunt.citizen;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import nl.aanspreekpunt.history.Turns;

/** As {@link MemoryIdentities}, for a whole town: each citizen has one address. */
public final class IndexedIdentities implements Identities {
  private final People people = new People();
  private final MemoryIdentities rest;
  private final boolean standing;

  /** Finds who is of a citizen or stands with an official without looking at all. */
  private static final class People extends HashMap<String, Identity> {
    private static final long serialVersionUID = 1;
    private final transient Map<String, String> byCitizen = new HashMap<>();
    private final transient Map<String, Set<String>> standing = new HashMap<>();

    @Override
    public Identity put(String id, Identity one) {
      Identity before = super.put(id, one);
      if (before != null) {
        before.standing().values().forEach(official -> standing.get(official).remove(id));
      }
      byCitizen.put(one.citizen(), id);
      one.standing()
          .values()
          .forEach(
              official -> standing.computeIfAbsent(official, key -> new LinkedHashSet<>()).add(id));
      return before;
    }

    @Override
    public Identity computeIfPresent(
        String id, BiFunction<? super String, ? super Identity, ? extends Identity> change) {
      Identity before = get(id);
      if (before == null) {
        return null;
      }
      Identity after = change.apply(id, before);
      put(id, after);
      return after;
    }
  }

  /**
   * @param standing whether who answers becomes the citizen's standing official
   */
  public IndexedIdentities(Turns.Side side, boolean standing) {
    this.rest = new MemoryIdentities(people, side);
    this.standing = standing;
  }

  @Override
  public Future<Void> prepare() {
    return Future.succeededFuture();
  }

  @Override
  public Future<Identity> sender(
      Address address, String citizen, String language, Identity.Recent message) {
    return rest.sender(address, citizen, language, message);
  }

  @Override
  public Future<Identity> known(Address address, String citizen, String language) {
    return rest.known(address, citizen, language);
  }

  @Override
  public Future<Optional<Identity>> find(Address address) {
    return rest.find(address);
  }

  @Override
  public Future<List<Identity>> ofCitizen(String citizen) {
    return Future.succeededFuture(of(citizen).stream().toList());
  }

  private Optional<Identity> of(String citizen) {
    return Optional.ofNullable(people.byCitizen.get(citizen)).map(people::get);
  }

  @Override
  public Future<Void> setSharing(Address address, Identity.Sharing sharing) {
    return rest.setSharing(address, sharing);
  }

  @Override
  public Future<Void> setShared(Address address, String number, boolean shared) {
    return rest.setShared(address, number, shared);
  }

  @Override
  public Future<Void> addHousehold(String citizen, String household) {
    return Future.failedFuture("nobody is linked here");
  }

  @Override
  public Future<Void> setStanding(String citizen, String topic, String official) {
    throw new UnsupportedOperationException("nobody chooses here");
  }

  @Override
  public Future<Void> answered(String citizen, String topic, String official, String number) {
    if (standing) {
      of(citizen)
          .filter(one -> !one.standing().containsKey(Identity.key(topic)))
          .ifPresent(
              one ->
                  people.put(one.id(), Turn.answered(one, Identity.key(topic), official, number)));
    }
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> agree(String citizen, Identity.AgreedContact contact) {
    return rest.agree(citizen, contact);
  }

  @Override
  public Future<Void> withdraw(String citizen, String number, Map<String, String> carried) {
    return rest.withdraw(citizen, number, carried);
  }

  @Override
  public Future<Void> restore(String citizen, String number, Map<String, String> standing) {
    return rest.restore(citizen, number, standing);
  }

  @Override
  public Future<List<Identity>> standingWith(String official, int limit) {
    return Future.succeededFuture(
        people.standing.getOrDefault(official, Set.of()).stream()
            .limit(limit)
            .map(people::get)
            .toList());
  }

  @Override
  public Future<Void> succeed(
      Identity one, String left, Map<String, String> successors, Instant now) {
    return rest.succeed(one, left, successors, now);
  }

  @Override
  public Future<Void> giveBack(Identity one, String official, Instant since) {
    return rest.giveBack(one, official, since);
  }
}
