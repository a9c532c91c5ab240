package nl.aanspreekpunt.store.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** The collections of the embedded database, each one map in the file. */
final class Database extends AbstractSynchronizedMongoDatabase<Object> {
  private static final String DOCUMENTS = "documents.";
  private final MVStore store;
  private final LongAdder looked;

  Database(String name, MVStore store, CursorRegistry cursors, LongAdder looked) {
    super(name, cursors);
    this.store = store;
    this.looked = looked;
    initializeNamespacesAndIndexes();
  }

  @Override
  protected MongoCollection<Object> openOrCreateCollection(
      String collection, CollectionOptions options) {
    return new Documents(this, collection, options, cursorRegistry, map(collection), looked);
  }

  /** Empty when only the library can tell. */
  Optional<Document> find(Find asked) {
    return resolveCollection(asked.collection(), false) instanceof Documents there
        ? there.find(asked).map(found -> Stored.answer(found, there.getFullName()))
        : Optional.empty();
  }

  private MVMap<Object, byte[]> map(String collection) {
    return store.openMap(DOCUMENTS + collection);
  }

  /** Only the one on {@code _id}; it is the documents' own map. */
  @Override
  protected Index<Object> openOrCreateUniqueIndex(
      String collection, String index, List<IndexKey> keys, boolean sparse) {
    if (keys.size() != 1 || !keys.get(0).getKey().equals("_id")) {
      throw new MongoServerException("no unique index but _id");
    }
    return new IdIndex(index, keys, map(collection));
  }

  @Override
  protected Index<Object> openOrCreateSecondaryIndex(
      String collection, String index, List<IndexKey> keys, boolean sparse) {
    return keys.get(0).getKey().equals(TermIndex.TERMS)
        ? new TermIndex(index, keys)
        : new OrderedIndex(index, keys);
  }

  @Override
  public void dropCollection(String collection, Oplog oplog) {
    super.dropCollection(collection, oplog);
    store.removeMap(map(collection));
  }

  @Override
  public void drop(Oplog oplog) {
    super.drop(oplog);
    store.getMapNames().stream()
        .filter(map -> map.startsWith(DOCUMENTS))
        .toList()
        .forEach(store::removeMap);
  }

  @Override
  public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String to) {
    throw new MongoServerException("collections keep their name");
  }

  @Override
  protected long getStorageSize() {
    return store.getFileStore().size();
  }

  @Override
  protected long getFileSize() {
    return getStorageSize();
  }
}
