package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;

/**
 * Somebody says who is a citizen's standing official from now on. It is put on record first: after
 * a crash between the two, doing it again finishes it.
 */
public final class Standing {
  private final Casework casework;
  private final Identities identities;

  public Standing(Casework casework, Identities identities) {
    this.casework = casework;
    this.identities = identities;
  }

  /**
   * Nothing when it is so already.
   *
   * @param topic null: in general
   * @param official official id
   * @param by official id, or "hub" for a system
   * @param about the citizen's cases whose history says it
   */
  public Future<Void> set(
      String citizen, String topic, String official, String by, List<Case> about) {
    return identities
        .ofCitizen(citizen)
        .compose(
            known -> {
              String from = who(known, topic).orElse(null);
              return official.equals(from)
                  ? Future.succeededFuture()
                  : record(about, new Changed(by, topic, from, official))
                      .compose(done -> identities.setStanding(citizen, topic, official));
            });
  }

  /**
   * Official id.
   *
   * @param known all that is known of one citizen
   * @param topic null: in general
   */
  public static Optional<String> who(List<Identity> known, String topic) {
    return known.stream()
        .map(identity -> identity.standing().get(Identity.key(topic)))
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** Topic id; null: in general. */
  static String topic(String key) {
    return key.equals(Identity.GENERAL) ? null : key;
  }

  private Future<Void> record(List<Case> about, Act act) {
    return Future.all(about.stream().map(one -> casework.change(one.id(), act)).toList())
        .mapEmpty();
  }

  /** Once for each change. */
  record Changed(String by, String topic, String from, String to) implements Act {
    @Override
    public Decision on(Case before, Moment moment) {
      boolean onRecord =
          before
              .happened(CaseEvent.Stands.class)
              .filter(one -> Objects.equals(one.topic(), topic))
              .reduce((earlier, later) -> later)
              .filter(last -> to.equals(last.to()))
              .isPresent();
      if (onRecord) {
        return new Decision.Unchanged(before);
      }
      Draft draft = new Draft(before, moment);
      draft.event(new CaseEvent.Stands(moment.now(), by, topic, from, to));
      return draft.done();
    }
  }
}
