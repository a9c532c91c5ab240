package nl.aanspreekpunt.casework.desk;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoContacts implements Contacts {
  private static final String CONTACTS = "contacts";
  private final Store store;
  private final Table<Contact> contacts;

  MongoContacts(Store store) {
    this.store = store;
    contacts = store.table(CONTACTS, Contact.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure(CONTACTS, List.of(Index.on("by", "at"), Index.on("at")));
  }

  @Override
  public Future<Void> add(Contact contact) {
    return contacts.insert(contact).mapEmpty();
  }

  @Override
  public Future<Optional<Contact>> find(String id) {
    return contacts.find(id);
  }

  @Override
  public Future<Void> tidy(Instant before) {
    return contacts.tidy(lt("at", before), Contact::id);
  }

  @Override
  public Future<List<Contact>> of(String by, Instant since, int limit) {
    return contacts.find(and(eq("by", by), gte("at", since)), descending("at"), limit);
  }
}
