package nl.aanspreekpunt.citizen;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** The identity documents: who writes from which address. */
public interface Identities {
  static Identities in(Store store) {
    return new MongoIdentities(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  /**
   * The identity of a sender, made when new, with this message noted in {@code recent} (again, when
   * called again). One round trip.
   *
   * @param citizen the id a new citizen gets; ignored when the address is known
   * @param message one without a name leaves the name as it is
   */
  Future<Identity> sender(
      Address address, String citizen, String language, Identity.Recent message);

  Future<Optional<Identity>> find(Address address);

  /**
   * The identity of an address that somebody gave as theirs, made when new; on disk before the
   * future completes.
   *
   * @param citizen the id a new citizen gets; ignored when the address is known
   */
  Future<Identity> known(Address address, String citizen, String language);

  Future<List<Identity>> ofCitizen(String citizen);

  /** Keeps what an official says about who uses an address, whatever was said of its questions. */
  Future<Void> setSharing(Address address, Identity.Sharing sharing);

  /**
   * Keeps that a question from this address is of somebody else who uses it, or that it is not so
   * after all. Again: nothing changes. Nothing where the address is not known.
   */
  Future<Void> setShared(Address address, String number, boolean shared);

  /**
   * Sets the standing official of a citizen for a topic, on each of the citizen's addresses: a
   * person chose them.
   */
  Future<Void> setStanding(String citizen, String topic, String official);

  /**
   * Who answered in a case of this citizen stands for its topic from now on, on each of the
   * citizen's addresses: unless somebody does already, or the case is another's after all.
   *
   * @param topic null: in general
   * @param number of that case
   */
  Future<Void> answered(String citizen, String topic, String official, String number);

  /**
   * The case was never this citizen's: whoever stands for them because they answered in it does so
   * no longer, and nobody comes to. Again: nothing changes.
   *
   * @param carried topics (id or "general") on which they stand because of another case as well:
   *     its number
   */
  Future<Void> withdraw(String citizen, String number, Map<String, String> carried);

  /**
   * The case is this citizen's after all: who stood because of it does so again, unless somebody
   * else came to. Again: nothing changes.
   *
   * @param standing topic id (or "general") to official id
   */
  Future<Void> restore(String citizen, String number, Map<String, String> standing);

  /**
   * Each address of a citizen points to a household, which says whether they are linked there.
   * Never taken back. Again: nothing changes.
   */
  Future<Void> addHousehold(String citizen, String household);

  /**
   * Keeps who has contact with the citizen, on each of their addresses. Again: nothing changes.
   *
   * @param contact null: nothing stands
   */
  Future<Void> agree(String citizen, Identity.AgreedContact contact);

  /** Those for whom this is the standing official on some topic; without what came from them. */
  Future<List<Identity>> standingWith(String official, int limit);

  /**
   * Another takes the place of a standing official who left, unless somebody changed it meanwhile.
   * Again: nothing changes.
   *
   * @param successors topic id (or "general") to official id
   */
  Future<Void> succeed(Identity one, String left, Map<String, String> successors, Instant now);

  /**
   * Who left is back: they stand again where another took their place since that moment, unless
   * somebody changed it meanwhile. Again: nothing changes.
   */
  Future<Void> giveBack(Identity one, String official, Instant since);
}
