package nl.aanspreekpunt.citizen;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The identity documents: who writes from which address. */
public interface Identities {
  /**
   * The identity of a sender, made when new, with this message noted in {@code recent} once however
   * often it is called. One round trip.
   *
   * @param citizen the id a new citizen gets; ignored when the address is known
   * @param name null leaves the name as it is
   */
  Future<Identity> sender(
      Address address, String citizen, String name, String language, Identity.Recent message);

  Future<Optional<Identity>> find(Address address);

  Future<List<Identity>> ofCitizen(String citizen);

  /** Sets the standing official of a citizen for a topic, on each of the citizen's addresses. */
  Future<Void> setStanding(String citizen, String topic, String official);

  /** Citizens whose standing official is this one, for a departure; a page of ids after {@code}. */
  Future<List<Identity>> withStanding(String official, int limit);
}
