package nl.aanspreekpunt.citizen;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.aanspreekpunt.history.Turns;

/** Identities in memory, as one node sees them; {@code identities} is what all nodes share. */
public record MemoryIdentities(Map<String, Identity> identities, Turns.Side side)
    implements Identities {
  private static final int RECENT = 40;

  @Override
  public Future<Void> prepare() {
    return Future.succeededFuture();
  }

  @Override
  public Future<Identity> known(Address address, String citizen, String language) {
    return side.write(
        () ->
            identities.computeIfAbsent(
                address.id(),
                id ->
                    new Identity(
                        id, citizen, null, language, null, null, null, null, null, null, null, null,
                        null, null)));
  }

  @Override
  public Future<Identity> sender(
      Address address, String citizen, String language, Identity.Recent message) {
    return side.write(
        () -> {
          Identity before = identities.get(address.id());
          List<Identity.Recent> recent =
              new ArrayList<>(before == null ? List.of() : before.recent());
          recent.add(message);
          Identity after =
              new Identity(
                  address.id(),
                  before == null ? citizen : before.citizen(),
                  message.name() == null && before != null ? before.name() : message.name(),
                  language,
                  before == null ? Map.of() : before.standing(),
                  before == null ? Map.of() : before.handed(),
                  before == null ? Map.of() : before.through(),
                  recent.subList(Math.max(0, recent.size() - RECENT), recent.size()),
                  null,
                  before == null ? null : before.sharing(),
                  before == null ? null : before.notOf(),
                  before == null ? null : before.sharedIn(),
                  before == null ? null : before.households(),
                  before == null ? null : before.contact());
          identities.put(after.id(), after);
          return after;
        });
  }

  @Override
  public Future<Optional<Identity>> find(Address address) {
    return side.read(() -> Optional.ofNullable(identities.get(address.id())));
  }

  @Override
  public Future<List<Identity>> ofCitizen(String citizen) {
    return side.read(
        () -> identities.values().stream().filter(one -> one.citizen().equals(citizen)).toList());
  }

  @Override
  public Future<Void> addHousehold(String citizen, String household) {
    return Future.failedFuture("nobody is linked here");
  }

  @Override
  public Future<Void> setStanding(String citizen, String topic, String official) {
    return turn(citizen, one -> Turn.chosen(one, Identity.key(topic), official));
  }

  @Override
  public Future<Void> answered(String citizen, String topic, String official, String number) {
    return turn(citizen, one -> Turn.answered(one, Identity.key(topic), official, number));
  }

  @Override
  public Future<Void> withdraw(String citizen, String number, Map<String, String> carried) {
    return turn(citizen, one -> Turn.withdrawn(one, number, carried));
  }

  @Override
  public Future<Void> restore(String citizen, String number, Map<String, String> standing) {
    return turn(citizen, one -> Turn.restored(one, number, standing));
  }

  @Override
  public Future<Void> agree(String citizen, Identity.AgreedContact contact) {
    return turn(citizen, one -> Turn.agreed(one, contact));
  }

  private Future<Void> turn(String citizen, UnaryOperator<Identity> how) {
    return side.write(
        () -> {
          identities.replaceAll((id, one) -> one.citizen().equals(citizen) ? how.apply(one) : one);
          return null;
        });
  }

  @Override
  public Future<Void> setSharing(Address address, Identity.Sharing sharing) {
    throw new UnsupportedOperationException("nobody says so here");
  }

  @Override
  public Future<Void> setShared(Address address, String number, boolean shared) {
    return side.write(
        () -> {
          identities.computeIfPresent(address.id(), (id, one) -> shared(one, number, shared));
          return null;
        });
  }

  private static Identity shared(Identity one, String number, boolean shared) {
    List<String> in = new ArrayList<>(one.sharedIn());
    in.remove(number);
    if (shared) {
      in.add(number);
    }
    return with(one, one.standing(), one.handed(), in);
  }

  @Override
  public Future<List<Identity>> standingWith(String official, int limit) {
    return side.read(
        () ->
            identities.values().stream()
                .filter(one -> one.standing().containsValue(official))
                .limit(limit)
                .toList());
  }

  @Override
  public Future<Void> succeed(
      Identity one, String left, Map<String, String> successors, Instant now) {
    return side.write(
        () -> {
          identities.computeIfPresent(
              one.id(), (id, stored) -> succeeded(stored, left, successors, now));
          return null;
        });
  }

  private static Identity succeeded(
      Identity one, String left, Map<String, String> successors, Instant now) {
    Map<String, String> standing = new HashMap<>(one.standing());
    Map<String, Identity.Handed> handed = new HashMap<>(one.handed());
    successors.forEach(
        (topic, official) -> {
          if (standing.replace(topic, left, official)) {
            handed.put(topic, new Identity.Handed(left, now));
          }
        });
    return with(one, standing, handed, one.sharedIn());
  }

  @Override
  public Future<Void> giveBack(Identity one, String official, Instant since) {
    return side.write(
        () -> {
          identities.computeIfPresent(one.id(), (id, stored) -> given(stored, official, since));
          return null;
        });
  }

  private static Identity given(Identity one, String official, Instant since) {
    Map<String, String> standing = new HashMap<>(one.standing());
    Map<String, Identity.Handed> handed = new HashMap<>(one.handed());
    one.handedFrom(official, since)
        .forEach(
            topic -> {
              standing.put(topic, official);
              handed.remove(topic);
            });
    return with(one, standing, handed, one.sharedIn());
  }

  private static Identity with(
      Identity one,
      Map<String, String> standing,
      Map<String, Identity.Handed> handed,
      List<String> sharedIn) {
    return new Identity(
        one.id(),
        one.citizen(),
        one.name(),
        one.language(),
        standing,
        handed,
        one.through(),
        one.recent(),
        null,
        one.sharing(),
        one.notOf(),
        sharedIn,
        one.households(),
        one.contact());
  }
}
