package nl.aanspreekpunt.casework.desk;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** Who took which questions, and when: nothing of what is in them. */
public interface Contacts {
  static Contacts in(Store store) {
    return new MongoContacts(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  /** The same again changes nothing. */
  Future<Void> add(Contact contact);

  /** By receipt id. */
  Future<Optional<Contact>> find(String id);

  /** What was taken before that moment goes from here; its question stays. */
  Future<Void> tidy(Instant before);

  /** Since that moment, latest first. */
  Future<List<Contact>> of(String by, Instant since, int limit);
}
